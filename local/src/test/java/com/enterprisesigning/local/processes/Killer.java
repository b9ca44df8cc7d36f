package com.enterprisesigning.local.processes;

import com.enterprisesigning.local.lambda.runtime.FunctionProcess;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code kill -9} of one process in so many that have a call in hand. */
final class Killer {
  /** A call of a warm function takes some 30 ms here, a cold one a second. */
  private static final int MOST_MILLIS_AS_POWER_OF_TWO = 8;

  private final AtomicInteger kills = new AtomicInteger();
  private final Random random;
  private final int calls;

  /**
   * Kills nobody yet.
   *
   * @param seed of which calls, and how far into them
   * @param calls one of so many
   */
  Killer(long seed, int calls) {
    this.random = new Random(seed);
    this.calls = calls;
  }

  /** Has a process in its sights, until that has answered or is dead. */
  Thread aimAt(FunctionProcess process) {
    boolean fires;
    Duration moment;
    synchronized (random) {
      fires = random.nextInt(calls) == 0;
      moment =
          Duration.ofMillis((long) Math.pow(2, random.nextDouble() * MOST_MILLIS_AS_POWER_OF_TWO));
    }
    return Thread.startVirtualThread(() -> {
      if (fires) {
        fire(process, moment);
      }
    });
  }

  private void fire(FunctionProcess process, Duration moment) {
    try {
      Thread.sleep(moment);
      process.kill();
      kills.incrementAndGet();
    } catch (InterruptedException e) {
      // It has answered before.
    }
  }

  int kills() {
    return kills.get();
  }
}
