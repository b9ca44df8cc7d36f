package com.enterprisesigning.simulator.order;

/** The phone cannot do that; the message says why and what would work. */
public final class PhoneRefusal extends RuntimeException {

  /** Why. */
  public enum Reason {
    /** What the phone was shown is no such thing. */
    INVALID,
    /** There is no such order. */
    NOT_FOUND,
    /** The order is not where that can happen. */
    WRONG_STATE
  }

  private final Reason reason;

  PhoneRefusal(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
