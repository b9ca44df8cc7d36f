package com.enterprisesigning.local.blackbox;

import java.time.Duration;
import java.time.Instant;

/** Waits for a time that an answer has stated. */
final class Waiting {
  private Waiting() {}

  static void until(Instant stated) throws InterruptedException {
    for (Instant now = Instant.now(); now.isBefore(stated); now = Instant.now()) {
      Thread.sleep(Duration.between(now, stated).plusMillis(1));
    }
  }
}
