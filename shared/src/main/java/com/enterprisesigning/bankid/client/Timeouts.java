package com.enterprisesigning.bankid.client;

import java.time.Duration;

/**
 * How long BankID is waited for.
 *
 * @param connect for the connection alone
 * @param exchange from the call to the last byte of the answer, the connection included
 */
record Timeouts(Duration connect, Duration exchange) {

  /**
   * At its worst a start makes three BankID calls in a row (12 s), reads the client certificate (3
   * s) and uses the DynamoDB total (3 s): 18 s, less than the function's 20 (design section 5,
   * timing).
   */
  static final Timeouts PRODUCTION = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(4));
}
