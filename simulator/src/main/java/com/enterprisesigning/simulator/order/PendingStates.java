package com.enterprisesigning.simulator.order;

import java.util.List;

/** The states of a running order, in BankID's words ({@code docs/bankid.md#collect}). */
public final class PendingStates {
  /** Nobody has opened, scanned or answered the order yet. */
  public static final OrderState OUTSTANDING = new OrderState.Pending("outstandingTransaction");

  /** Nobody has picked the order up, and the app has not been started yet. */
  public static final OrderState NO_CLIENT = new OrderState.Pending("noClient");

  /** The states in which nobody has picked the order up. */
  static final List<OrderState> BEFORE_PICK_UP = List.of(OUTSTANDING, NO_CLIENT);

  /** The app is open and is looking for a matching BankID. */
  public static final OrderState STARTED = new OrderState.Pending("started");

  /** The app is reading the passport or identity card. */
  public static final OrderState USER_MRTD = new OrderState.Pending("userMrtd");

  /** The app asks whether the user is in that call. */
  public static final OrderState USER_CALL_CONFIRM = new OrderState.Pending("userCallConfirm");

  /** The app shows the text and waits for the security code. */
  public static final OrderState USER_SIGN = new OrderState.Pending("userSign");

  private PendingStates() {}

  /** Returns whether entering {@code state} means that the order has been picked up. */
  static boolean isPickUp(OrderState state) {
    return state instanceof OrderState.Pending && !BEFORE_PICK_UP.contains(state);
  }
}
