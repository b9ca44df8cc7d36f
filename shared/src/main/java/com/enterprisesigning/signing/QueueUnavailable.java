package com.enterprisesigning.signing;

/** The queue did not take a message, or did not say so. It may be delivered all the same. */
public final class QueueUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public QueueUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
