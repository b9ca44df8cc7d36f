package com.enterprisesigning.bankid.client;

import java.time.Duration;

/**
 * How long BankID is waited for.
 *
 * @param connect for the connection alone
 * @param exchange from the call to the last byte of the answer, the connection included
 * @param handOut the same of a collect, whose answer may be the one hand-out of a completion
 */
record Timeouts(Duration connect, Duration exchange, Duration handOut) {

  /**
   * What an invocation must have left before it makes one of these calls stands in {@code
   * signing.Timing}; all are less than the function's 20 s (design section 5, timing).
   */
  static final Timeouts PRODUCTION =
      new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));
}
