package com.enterprisesigning.signing;

/**
 * Neither the table nor the queue took a completion to the end of the call, and BankID does not
 * hand it out again: the person has to sign anew. What was written last may stand nevertheless.
 */
public final class CompletionLost extends StoreUnavailable {
  private static final long serialVersionUID = 1L;

  CompletionLost(StoreUnavailable cause) {
    super(
        "Neither the table nor the queue stored the completion, so the person must sign again",
        cause);
  }
}
