package com.enterprisesigning.signing;

import java.time.Duration;

/**
 * Every time of the protocols, in one place (design section 5).
 *
 * @param signingWindow how long an order is live at the most
 * @param collectInterval how long BankID is not asked again after a collect asked it
 * @param evidenceRetention how long a signature is kept
 */
public record Timing(Duration signingWindow, Duration collectInterval, Duration evidenceRetention) {

  /** A function's time-out T: no call of the protocols lives longer. */
  public static final Duration FUNCTION_TIMEOUT = Duration.ofSeconds(20);

  /** How long a start may be on its way to BankID; longer than {@link #FUNCTION_TIMEOUT}. */
  public static final Duration LEASE = Duration.ofSeconds(30);

  /**
   * How long an order may be missing at BankID before that is believed (rule F4): longer than
   * {@link #FUNCTION_TIMEOUT}, for so long another call may hold the completion in memory.
   */
  public static final Duration MISSING_GRACE = Duration.ofSeconds(25);

  /** A start that lost its race this often is told to come back. */
  public static final int ROUNDS = 3;

  /** When a caller is to come back who met a race. */
  public static final Duration RACE_RETRY = Duration.ofSeconds(1);

  /** How long a registered process can be signed where the registration does not say. */
  public static final Duration DEFAULT_PROCESS_LIFE = Duration.ofDays(45);

  /** How long a process is kept after it expired. */
  public static final Duration PROCESS_GRACE = Duration.ofDays(30);
}
