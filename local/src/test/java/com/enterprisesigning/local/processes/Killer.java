package com.enterprisesigning.local.processes;

import com.enterprisesigning.local.lambda.runtime.FunctionProcess;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Kills ({@code kill -9}) some of the processes that are handling a call. */
final class Killer {
  /** A call of a warm function takes about 30 ms here, a cold one a second. */
  private static final int MOST_MILLIS_AS_POWER_OF_TWO = 8;

  private final AtomicInteger kills = new AtomicInteger();
  private final Random random;
  private final int calls;

  /**
   * Kills nothing yet.
   *
   * @param seed decides which calls are killed, and when
   * @param calls one in so many is killed
   */
  Killer(long seed, int calls) {
    this.random = new Random(seed);
    this.calls = calls;
  }

  /** Aims at a process until it has answered or is dead. */
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
      // It answered first.
    }
  }

  int kills() {
    return kills.get();
  }
}
