package com.enterprisesigning.simulator.order;

import java.time.Duration;

/**
 * How long orders and completions live at BankID ({@code docs/bankid.md#times}). Only this class
 * defines them. A {@link Speed} shortens all of them except {@link #QR_FRAME}.
 */
public final class Lifetimes {
  /**
   * An order that is not by phone becomes {@code startFailed} if nobody has opened or scanned it by
   * then.
   */
  public static final Duration TO_START = Duration.ofSeconds(30);

  /** Any order that still runs then becomes {@code expiredTransaction}. */
  public static final Duration TO_SIGN = Duration.ofMinutes(3);

  /** How long a completed order can be collected, once. */
  public static final Duration COMPLETED = Duration.ofMinutes(3);

  /** How long a failed order can be collected. */
  public static final Duration FAILED = Duration.ofMinutes(5);

  /** The age from which no call can find the order, however it ended. */
  public static final Duration WHOLE = TO_SIGN.plus(FAILED);

  /**
   * The app refuses a QR frame that is older than this ({@code
   * docs/architecture.md#the-simulator}).
   */
  public static final Duration QR_FRAME = Duration.ofSeconds(5);

  /** How long each step of a role takes, and how long reading a passport takes. */
  public static final Duration SCRIPTED_STEP = Duration.ofSeconds(3);

  private Lifetimes() {}
}
