package com.enterprisesigning.simulator.order;

/**
 * The state of an order. Hint codes stay text, as BankID writes them, so that the simulator can
 * also send one that nobody knows yet ({@code docs/bankid.md#collect}).
 */
public sealed interface OrderState {

  /** The order runs; collect answers {@code pending}. */
  record Pending(String hintCode) implements OrderState {}

  /** BankID has a temporary fault, and collect answers that error. The order still runs. */
  record Faulty(int status, String errorCode) implements OrderState {}

  /** The order has ended without a signature; collect answers {@code failed} for a while. */
  record Failed(String hintCode) implements OrderState {}

  /** The user has signed; collect hands the signature out once. */
  record Complete() implements OrderState {}

  /**
   * The relying party has cancelled the order, or BankID has lost it; collect does not recognize
   * it.
   */
  record Cancelled() implements OrderState {}

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
