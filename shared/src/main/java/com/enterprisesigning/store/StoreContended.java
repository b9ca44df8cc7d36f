package com.enterprisesigning.store;

/**
 * Thrown if other transactions on the same items kept a write from being made, at every attempt.
 * The table answers, so another call for the same person is in progress.
 */
public final class StoreContended extends StoreUnavailable {
  private static final long serialVersionUID = 1L;

  public StoreContended(String message, Throwable cause) {
    super(message, cause);
  }
}
