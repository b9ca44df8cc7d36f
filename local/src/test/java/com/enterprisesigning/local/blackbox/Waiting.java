package com.enterprisesigning.local.blackbox;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for a time that an answer has stated, or for what another process has yet to print. */
public final class Waiting {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration A_MOMENT = Duration.ofMillis(20);

  private Waiting() {}

  public static void until(Instant stated) throws InterruptedException {
    for (Instant now = Instant.now(); now.isBefore(stated); now = Instant.now()) {
      Thread.sleep(Duration.between(now, stated).plusMillis(1));
    }
  }

  /** Fails where it does not come true within some seconds. */
  static void until(BooleanSupplier isTrue) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!isTrue.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("what was waited for has not come true within " + PATIENCE);
      }
      Thread.sleep(A_MOMENT);
    }
  }
}
