package com.enterprisesigning.simulator.order;

/** The refusal of an action on the phone. The message says why, and what would work. */
public final class PhoneRefusal extends RuntimeException {

  /** Kinds of refusal. */
  public enum Reason {
    /** The input is wrong or incomplete, such as a false QR code. */
    INVALID,
    /** There is no such order. */
    NOT_FOUND,
    /** The order is in a state that does not allow the action. */
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
