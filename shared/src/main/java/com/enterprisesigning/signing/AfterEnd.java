package com.enterprisesigning.signing;

/** What happens to the guard after an order has ended. It depends on which call ended the order. */
enum AfterEnd {
  /**
   * The guard is freed. If BankID gave up waiting, a slot is left ({@code
   * docs/architecture.md#the-conflict-rules}).
   */
  SLOT_OR_FREE,
  /** The caller frees the guard. */
  CALLER_FREES
}
