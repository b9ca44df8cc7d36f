package com.enterprisesigning.functions.metrics;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Measures how long calls take, one by one and in total. Safe for any number of threads. */
public final class TimeSpent {
  private final LongSupplier nanoTime;
  private final LongAdder nanos = new LongAdder();
  private final LongAdder calls = new LongAdder();

  /**
   * Creates a measurement that starts at zero.
   *
   * @param nanoTime a clock that is never set back, such as {@link System#nanoTime}
   */
  public TimeSpent(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** A call's answer and how long the call took. */
  public record Timed<T>(T answer, Duration took) {}

  /** Makes the call and counts its time, even if it throws. */
  public <T> Timed<T> on(Supplier<T> call) {
    long start = nanoTime.getAsLong();
    try {
      T answer = call.get();
      return new Timed<>(answer, Duration.ofNanos(added(start)));
    } catch (RuntimeException | Error e) {
      added(start);
      throw e;
    }
  }

  /** Makes a call without an answer and counts its time, even if it throws. */
  public void on(Runnable call) {
    long start = nanoTime.getAsLong();
    try {
      call.run();
    } finally {
      added(start);
    }
  }

  private long added(long start) {
    long took = nanoTime.getAsLong() - start;
    nanos.add(took);
    calls.increment();
    return took;
  }

  /** Returns how many calls have ended. */
  public long calls() {
    return calls.sum();
  }

  /** Returns the total time of all calls that have ended. */
  public Duration total() {
    return Duration.ofNanos(nanos.sum());
  }
}
