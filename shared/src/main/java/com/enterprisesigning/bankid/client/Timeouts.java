package com.enterprisesigning.bankid.client;

import java.time.Duration;

/**
 * How long to wait for BankID.
 *
 * @param connect for one connection alone, including its handshake
 * @param exchange from the call to the last byte of the answer, including the connection
 * @param handOut the same for a collect, whose answer may be the only hand-out of a completion
 */
public record Timeouts(Duration connect, Duration exchange, Duration handOut) {

  /**
   * All are shorter than the function's 20 s ({@code docs/architecture.md#timing}). {@code
   * signing.Timing} says how much time an invocation must have left before it makes one of these
   * calls. Less than half of an exchange is for the connection, so that time is left for a second
   * one.
   */
  public static final Timeouts PRODUCTION =
      new Timeouts(Duration.ofMillis(1_500), Duration.ofSeconds(4), Duration.ofSeconds(8));

  /**
   * For the rehearsal before a snapshot, which calls a server in its own process. No caller waits,
   * and a busy machine must not leave the function unprimed.
   */
  public static final Timeouts REHEARSAL =
      new Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(30));
}
