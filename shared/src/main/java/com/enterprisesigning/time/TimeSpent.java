package com.enterprisesigning.time;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What calls have taken, each and together. Safe for any number of threads. */
public final class TimeSpent {
  private final LongSupplier nanoTime;
  private final LongAdder nanos = new LongAdder();
  private final LongAdder calls = new LongAdder();

  /**
   * Counts from nothing.
   *
   * @param nanoTime such as {@link System#nanoTime}, which no one sets back
   */
  public TimeSpent(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** A call's answer, and what this call took. */
  public record Timed<T>(T answer, Duration took) {}

  /** Makes the call. One that throws has taken its time too. */
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

  /** Makes a call that answers nothing. */
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

  /** How many calls have ended. */
  public long calls() {
    return calls.sum();
  }

  /** What the calls that have ended took together. */
  public Duration total() {
    return Duration.ofNanos(nanos.sum());
  }
}
