package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.domain.HintCode;
import java.time.Instant;

/** The state of an order after BankID was asked and its answer was recorded. */
public sealed interface OrderResult {

  /** The order is running. Nothing was recorded. */
  record Live(HintCode hint) implements OrderResult {}

  /** The order ended unsigned. */
  record Failed(HintCode hint) implements OrderResult {}

  /** The participant has signed, with this order or another one. */
  record Signed(Instant signedAt) implements OrderResult {}

  /**
   * The order was completed. The table or the queue keeps its completion, which a later call
   * verifies and stores.
   *
   * @param why what kept this call from doing so
   */
  record Kept(RuntimeException why) implements OrderResult {}

  /** The order ended in an error: it was missing for too long, or its signature does not verify. */
  record Errored() implements OrderResult {}

  /** The order is not its participant's attempt, or no longer is. There is nothing to record. */
  record Superseded() implements OrderResult {}

  /**
   * BankID does not recognize the order. Until {@code believedFrom}, another call may hold its
   * completion (rule F4).
   */
  record Missing(Instant believedFrom) implements OrderResult {}

  /** BankID did not report the order's state. Nothing was recorded. */
  record Undecided(BankId.Fault fault) implements OrderResult {}
}
