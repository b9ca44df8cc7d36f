package com.enterprisesigning.simulator.order;

/**
 * How an order stands. Hint codes are BankID's own words, kept as text, so that the simulator can
 * also say one that nobody knows yet (bankid-facts section 2.3).
 */
public sealed interface OrderState {

  /** The order runs; collect answers {@code pending}. */
  record Pending(String hintCode) implements OrderState {}

  /** BankID has a fault, which passes; collect answers that error. The order runs. */
  record Faulty(int status, String errorCode) implements OrderState {}

  /** The order has ended without a signature; collect answers {@code failed} for a while. */
  record Failed(String hintCode) implements OrderState {}

  /** The user has signed; collect hands the signature out once. */
  record Complete() implements OrderState {}

  /** The relying party has cancelled the order, or BankID has lost it: collect knows nothing. */
  record Cancelled() implements OrderState {}

  /** Whether the order has ended. */
  default boolean isEnd() {
    return switch (this) {
      case Pending _, Faulty _ -> false;
      case Failed _, Complete _, Cancelled _ -> true;
    };
  }

  /**
   * The hint code, the error code, {@code complete} or {@code cancelled}: of an end, the journal's
   * outcome.
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
