package com.enterprisesigning.local.processes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How much these tests do. {@code ./mvnw verify -Dprocesses.times=20} does everything 20 times
 * over; {@code -Dprocesses.seed=1} kills at other moments. {@code -Dkill.times=10
 * -Dkill.delays=0,1,2,5,10,20,50,200} kills more often after a hand-out, and {@code
 * -Dkill.before=/some/functions.jar} does the same to the functions of another jar.
 */
final class Scale {
  private static final int TIMES = Integer.getInteger("processes.times", 1);

  /** How many callers start for one person at the same moment. */
  static final int CALLERS = 4;

  /** How many threads share one process and its handler, as on Lambda Managed Instances. */
  static final int THREADS = 32;

  /** How often each storm runs. */
  static final int STORMS = TIMES;

  /** How many persons sign at the same time. */
  static final int PERSONS = Math.min(40 * TIMES, 300);

  /** The seed of the kills; their moments depend on the machine too. */
  static final long SEED = Long.getLong("processes.seed", 4711L);

  /** How many persons have their calls killed. */
  static final int LIVES = Math.min(40 * TIMES, 350);

  /** How often processes are killed at each moment after a hand-out. */
  static final int KILLS = Integer.getInteger("kill.times", 1);

  /** How long after a hand-out processes are killed. */
  static final List<Duration> DELAYS =
      Stream.of(System.getProperty("kill.delays", "0,5,50").split(","))
          .map(millis -> Duration.ofMillis(Long.parseLong(millis)))
          .toList();

  /** A jar whose losses are compared. */
  static final Optional<Path> BEFORE =
      Optional.ofNullable(System.getProperty("kill.before")).map(Path::of);

  /** Keeps tests from waiting for minutes, and asks BankID at each poll. */
  static final Map<String, String> SHORT_BLOCKS =
      Map.of(
          "CROSS_IP_BLOCK_SECONDS", "2",
          "PHONE_BLOCK_SECONDS", "2",
          "COLLECT_INTERVAL_MILLIS", "200");

  private Scale() {}
}
