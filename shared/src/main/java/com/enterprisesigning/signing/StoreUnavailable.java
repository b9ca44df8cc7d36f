package com.enterprisesigning.signing;

/**
 * Thrown if the table did not answer, or refused for a reason outside the protocols. The write may
 * or may not have been applied.
 */
public class StoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
