package com.enterprisesigning.signing;

import com.enterprisesigning.store.StoreUnavailable;

/**
 * Thrown if neither the table nor the queue accepted a completion before the call ended. BankID
 * does not hand it out again, so the person has to sign again. The last write may have been applied
 * nevertheless.
 */
public final class CompletionLost extends StoreUnavailable {
  private static final long serialVersionUID = 1L;

  CompletionLost(StoreUnavailable cause) {
    super(
        "Neither the table nor the queue stored the completion, so the person must sign again",
        cause);
  }
}
