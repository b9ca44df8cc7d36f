package com.enterprisesigning.simulator.order;

import java.time.Duration;

/**
 * How long BankID keeps what (bankid-facts section 2.5); the only place that says so. A {@link
 * Speed} makes all but {@link #QR_FRAME} shorter.
 */
public final class Lifetimes {
  /** An order, not by phone, that nobody opens or scans by then is {@code startFailed}. */
  public static final Duration TO_START = Duration.ofSeconds(30);

  /** Any order that still runs by then is {@code expiredTransaction}. */
  public static final Duration TO_SIGN = Duration.ofMinutes(3);

  /** A completed order can be collected, once, for so long. */
  public static final Duration COMPLETED = Duration.ofMinutes(3);

  /** A failed order can be collected for so long. */
  public static final Duration FAILED = Duration.ofMinutes(5);

  /** From then on no call can meet the order, however it ended. */
  public static final Duration WHOLE = TO_SIGN.plus(FAILED);

  /** A QR frame older than this is refused by the app (design section 8). */
  public static final Duration QR_FRAME = Duration.ofSeconds(5);

  /** How long a scripted person, or the reading of a passport, stays in one state. */
  public static final Duration SCRIPTED_STEP = Duration.ofSeconds(3);

  private Lifetimes() {}
}
