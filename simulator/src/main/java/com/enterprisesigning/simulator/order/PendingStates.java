package com.enterprisesigning.simulator.order;

/** The states of an order that runs, in BankID's words (bankid-facts section 2.3). */
public final class PendingStates {
  /** Nobody has opened, scanned or answered the order yet. */
  public static final OrderState OUTSTANDING = new OrderState.Pending("outstandingTransaction");

  /** The app is open and looks for a BankID that fits. */
  public static final OrderState STARTED = new OrderState.Pending("started");

  /** The app reads the passport or identity card. */
  public static final OrderState USER_MRTD = new OrderState.Pending("userMrtd");

  /** The app asks whether the user is in that call. */
  public static final OrderState USER_CALL_CONFIRM = new OrderState.Pending("userCallConfirm");

  /** The app shows the text and waits for the security code. */
  public static final OrderState USER_SIGN = new OrderState.Pending("userSign");

  private PendingStates() {}
}
