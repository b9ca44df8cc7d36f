package com.enterprisesigning.simulator.order;

import java.util.List;

/**
 * The state of an order. A hint code is a string, as BankID writes it, so that the simulator can
 * also send a new one ({@code docs/bankid.md#collect}).
 */
public sealed interface OrderState {

  /** The order runs; collect answers {@code pending}. */
  record Pending(String hintCode) implements OrderState {
    /** Nobody has opened, scanned or answered the order yet. */
    public static final OrderState OUTSTANDING = new Pending("outstandingTransaction");

    /** Nobody has picked the order up, and the app has not been started yet. */
    public static final OrderState NO_CLIENT = new Pending("noClient");

    /** The app is open and is looking for a matching BankID. */
    public static final OrderState STARTED = new Pending("started");

    /** The app is reading the passport or identity card. */
    public static final OrderState USER_MRTD = new Pending("userMrtd");

    /** The app asks whether the user is in that call. */
    public static final OrderState USER_CALL_CONFIRM = new Pending("userCallConfirm");

    /** The app shows the text and waits for the security code. */
    public static final OrderState USER_SIGN = new Pending("userSign");

    /** The states in which nobody has picked the order up. */
    static final List<OrderState> BEFORE_PICK_UP = List.of(OUTSTANDING, NO_CLIENT);
  }

  /** BankID has a temporary fault, and collect answers that error. The order still runs. */
  record Faulty(int status, String errorCode) implements OrderState {}

  /** The order has ended without a signature; collect answers {@code failed} for a while. */
  record Failed(String hintCode) implements OrderState {}

  /** The user has signed; collect hands the signature out once. */
  record Complete() implements OrderState {}

  /**
   * The relying party has cancelled the order, or BankID has lost it; collect no longer recognizes
   * it.
   */
  record Cancelled() implements OrderState {}

  /** Returns whether entering this state means that the order has been picked up. */
  default boolean isPickUp() {
    return this instanceof Pending && !Pending.BEFORE_PICK_UP.contains(this);
  }

  /** Returns whether the order has ended. */
  default boolean isEnd() {
    return switch (this) {
      case Pending _, Faulty _ -> false;
      case Failed _, Complete _, Cancelled _ -> true;
    };
  }

  /**
   * Returns the hint code, the error code, {@code complete} or {@code cancelled}. If the order has
   * ended, this is the journal's outcome.
   */
  default String label() {
    return switch (this) {
      case Pending(String hintCode) -> hintCode;
      case Faulty(_, String errorCode) -> errorCode;
      case Failed(String hintCode) -> hintCode;
      case Complete _ -> "complete";
      case Cancelled _ -> "cancelled";
    };
  }
}
