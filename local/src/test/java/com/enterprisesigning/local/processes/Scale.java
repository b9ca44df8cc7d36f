package com.enterprisesigning.local.processes;

import java.util.Map;

/**
 * How much these tests do. {@code ./mvnw verify -Dprocesses.times=20} does everything so many times
 * over; {@code -Dprocesses.seed=1} kills at other moments.
 */
final class Scale {
  private static final int TIMES = Integer.getInteger("processes.times", 1);

  /** Who start for one person at the same moment. */
  static final int CALLERS = 4;

  /** That share one process and its handler, as Lambda Managed Instances run it. */
  static final int THREADS = 32;

  /** How often each storm comes. */
  static final int STORMS = TIMES;

  /** How many sign at the same time. */
  static final int PERSONS = Math.min(40 * TIMES, 300);

  /** Of the killing; the moments of the kills depend on the machine too. */
  static final long SEED = Long.getLong("processes.seed", 4711L);

  /** Whose calls are killed, one after another. */
  static final int LIVES = Math.min(40 * TIMES, 350);

  /** So that a test need not wait for minutes; BankID is asked at each poll. */
  static final Map<String, String> SHORT_BLOCKS =
      Map.of(
          "CROSS_IP_BLOCK_SECONDS", "2",
          "PHONE_BLOCK_SECONDS", "2",
          "COLLECT_INTERVAL_MILLIS", "200");

  private Scale() {}
}
