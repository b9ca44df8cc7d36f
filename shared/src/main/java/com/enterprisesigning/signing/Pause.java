package com.enterprisesigning.signing;

import java.time.Duration;

/** Waits. Real time in production; in tests the clock is turned instead. */
@FunctionalInterface
public interface Pause {

  /** Returns after {@code duration}, or at once where the thread was interrupted. */
  void pause(Duration duration);

  /** Waits by the machine's own time. */
  static void sleeping(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
