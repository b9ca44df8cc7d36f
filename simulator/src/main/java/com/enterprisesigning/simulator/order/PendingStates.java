package com.enterprisesigning.simulator.order;

import java.util.List;

/** The states of an order that runs, in BankID's words (bankid-facts section 2.3). */
public final class PendingStates {
  /** Nobody has opened, scanned or answered the order yet. */
  public static final OrderState OUTSTANDING = new OrderState.Pending("outstandingTransaction");

  /** Likewise: the app has not been started yet. */
  public static final OrderState NO_CLIENT = new OrderState.Pending("noClient");

  /** In these nobody has picked the order up. */
  static final List<OrderState> BEFORE_PICK_UP = List.of(OUTSTANDING, NO_CLIENT);

  /** The app is open and looks for a BankID that fits. */
  public static final OrderState STARTED = new OrderState.Pending("started");

  /** The app reads the passport or identity card. */
  public static final OrderState USER_MRTD = new OrderState.Pending("userMrtd");

  /** The app asks whether the user is in that call. */
  public static final OrderState USER_CALL_CONFIRM = new OrderState.Pending("userCallConfirm");

  /** The app shows the text and waits for the security code. */
  public static final OrderState USER_SIGN = new OrderState.Pending("userSign");

  private PendingStates() {}

  /** Whether an order that enters the state is picked up with it, if it was not before. */
  static boolean isPickUp(OrderState state) {
    return state instanceof OrderState.Pending && !BEFORE_PICK_UP.contains(state);
  }
}
