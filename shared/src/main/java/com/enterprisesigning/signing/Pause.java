package com.enterprisesigning.signing;

import java.time.Duration;

/** Waits. Production uses real time; tests turn the clock instead. */
@FunctionalInterface
public interface Pause {

  /** Returns after {@code duration}, or at once if the thread is interrupted. */
  void pause(Duration duration);

  /** Waits in real time. */
  static void sleeping(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
