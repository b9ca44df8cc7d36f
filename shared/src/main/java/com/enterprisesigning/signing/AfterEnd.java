package com.enterprisesigning.signing;

/** What becomes of the guard when an order has ended, which depends on who ended it. */
enum AfterEnd {
  /** Freed; a slot is left where BankID gave up waiting (design section 3). */
  SLOT_OR_FREE,
  /** The caller sees to the guard itself. */
  CALLER_FREES
}
