package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.bankid.HintCode;
import java.time.Instant;

/** The state of an order after BankID was asked and its answer was recorded. */
public sealed interface Settled {

  /** The order is running. Nothing was recorded. */
  record Live(HintCode hint) implements Settled {}

  /** The order ended unsigned. */
  record Failed(HintCode hint) implements Settled {}

  /** The participant has signed, with this order or another one. */
  record Signed(Instant signedAt) implements Settled {}

  /** The order was completed. Its completion waits in the queue until the table accepts it. */
  record Queued() implements Settled {}

  /** The order ended in an error: it was missing for too long, or its signature does not verify. */
  record Errored() implements Settled {}

  /** The order is not its participant's attempt, or no longer is. There is nothing to record. */
  record Superseded() implements Settled {}

  /**
   * BankID does not know the order. Until {@code believedFrom}, another call may hold its
   * completion (rule F4).
   */
  record Missing(Instant believedFrom) implements Settled {}

  /** BankID did not report the order's state. Nothing was recorded. */
  record Undecided(BankId.Fault fault) implements Settled {}
}
