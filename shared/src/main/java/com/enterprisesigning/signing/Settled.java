package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.bankid.HintCode;
import java.time.Instant;

/** How an order stands once BankID was asked and what it said was recorded. */
public sealed interface Settled {

  /** It runs. Nothing was recorded. */
  record Live(HintCode hint) implements Settled {}

  /** It ended unsigned. */
  record Failed(HintCode hint) implements Settled {}

  /** The participant has signed: by this order, or by another. */
  record Signed(Instant signedAt) implements Settled {}

  /** It was completed, and the completion waits in the queue for the table to take it. */
  record Queued() implements Settled {}

  /** It ended by a fault: missing for too long, or its signature does not verify. */
  record Errored() implements Settled {}

  /** It is not, or no longer, its participant's attempt; there is nothing to record. */
  record Superseded() implements Settled {}

  /** BankID does not know it, and another call may hold its completion until then (rule F4). */
  record Missing(Instant believedFrom) implements Settled {}

  /** BankID did not say. Nothing was recorded. */
  record Undecided(BankId.Fault fault) implements Settled {}
}
