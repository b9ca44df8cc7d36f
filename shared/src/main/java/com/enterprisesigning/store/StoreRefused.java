package com.enterprisesigning.store;

/**
 * Thrown if the table answered and refused the call for good: a bug, a missing right or a wrong
 * setting. The same call fails again until somebody corrects the cause.
 */
public final class StoreRefused extends StoreUnavailable {
  private static final long serialVersionUID = 1L;

  public StoreRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
