package com.enterprisesigning.signing;

/** Where a participant's signing stands. CREATED and ENDING never leave the service. */
public enum SigningStatus {
  /** Registered, never started. */
  CREATED,
  /** The order exists at BankID; no collect answer yet. */
  INITIATED,
  /** BankID says pending. */
  PENDING,
  /** A conflict has decided this order's end; whoever meets it, collect excepted, ends it. */
  ENDING,
  /** Signed, and the evidence is stored. Never left. */
  COMPLETE,
  /** BankID ended the order without a signature; a new start is welcome. */
  FAILED,
  /** An unexpected fault; a new start is welcome. */
  COLLECT_ERROR;

  /** Whether an order may still run at BankID under this status. */
  public boolean isUnsettled() {
    return switch (this) {
      case INITIATED, PENDING, ENDING -> true;
      case CREATED, COMPLETE, FAILED, COLLECT_ERROR -> false;
    };
  }
}
