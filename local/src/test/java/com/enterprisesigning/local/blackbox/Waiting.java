package com.enterprisesigning.local.blackbox;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * Waits for a time that an answer has stated, or for a condition, such as a line that another
 * process will print.
 */
public final class Waiting {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration A_MOMENT = Duration.ofMillis(20);

  private Waiting() {}

  public static void until(Instant stated) throws InterruptedException {
    for (Instant now = Instant.now(); now.isBefore(stated); now = Instant.now()) {
      Thread.sleep(Duration.between(now, stated).plusMillis(1));
    }
  }

  /** Waits for a condition, and fails if it does not come true within 20 seconds. */
  static void until(BooleanSupplier isTrue) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!isTrue.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("the condition was not met within " + PATIENCE);
      }
      Thread.sleep(A_MOMENT);
    }
  }
}
