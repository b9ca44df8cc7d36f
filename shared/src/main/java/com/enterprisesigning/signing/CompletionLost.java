package com.enterprisesigning.signing;

/**
 * Thrown if neither the table nor the queue accepted a completion before the call ended. BankID
 * does not hand it out again, so the person has to sign again. The last write may have been applied
 * nevertheless.
 */
public final class CompletionLost extends StoreUnavailable {
  private static final long serialVersionUID = 1L;

  CompletionLost(StoreUnavailable cause) {
    super("A completion was taken by neither the table nor the queue", cause);
  }
}
