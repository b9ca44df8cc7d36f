package com.enterprisesigning.local.processes;

import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * The time in which the death of a process loses a completion, in nanoseconds.
 *
 * @param toSent from the last byte of the hand-out until the first write has been sent whole
 * @param toTable until that write is on the table
 */
record Window(long toSent, long toTable) {

  static Window of(Trial trial) {
    long handedOutAt = trial.collected().handedOutAt();
    return new Window(
        trial.write().sentAt() - handedOutAt, trial.write().onTableAt() - handedOutAt);
  }

  /** Returns the columns n, then mean, p50 and p99 of both times in milliseconds. */
  static String columns(List<Window> windows) {
    return "%d | %s | %s"
        .formatted(
            windows.size(), columns(windows, Window::toSent), columns(windows, Window::toTable));
  }

  private static String columns(List<Window> windows, ToLongFunction<Window> time) {
    long[] sorted = windows.stream().mapToLong(time).sorted().toArray();
    double mean = windows.stream().mapToLong(time).average().orElse(0);
    return String.format(
        Locale.ROOT,
        "%.1f | %.1f | %.1f",
        mean / 1e6,
        percentile(sorted, 50) / 1e6,
        percentile(sorted, 99) / 1e6);
  }

  private static long percentile(long[] sorted, int percent) {
    return sorted[Math.max(0, (sorted.length * percent + 99) / 100 - 1)];
  }
}
