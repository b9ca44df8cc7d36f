package com.enterprisesigning.signing;

/**
 * The table did not answer, or refused for a reason that is none of the protocols'. What was to be
 * written may stand or not.
 */
public class StoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
