package com.enterprisesigning.store;

/**
 * Thrown if the queue did not accept a message, or did not confirm it. The message may still be
 * delivered.
 */
public final class QueueUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public QueueUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
