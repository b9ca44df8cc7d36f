package com.enterprisesigning.domain;

/** The status of a participant's signing. CREATED and ENDING are never shown to a client. */
public enum SigningStatus {
  /** Registered but never started. */
  CREATED,
  /** The order exists at BankID, and no collect has been answered yet. */
  INITIATED,
  /** BankID reports the order as pending. */
  PENDING,
  /**
   * A conflict was recorded in which this order lost. Any call that meets the order ends it at
   * BankID, except a collect.
   */
  ENDING,
  /** Signed, and the evidence is stored. This status is final. */
  COMPLETE,
  /** BankID ended the order without a signature. A new start is allowed. */
  FAILED,
  /**
   * BankID no longer recognizes the order (rule F4), or its completion did not verify (rule F11). A
   * new start is allowed.
   */
  COLLECT_ERROR;

  /** Returns whether an order with this status may still be running at BankID. */
  public boolean isUnsettled() {
    return switch (this) {
      case INITIATED, PENDING, ENDING -> true;
      case CREATED, COMPLETE, FAILED, COLLECT_ERROR -> false;
    };
  }
}
