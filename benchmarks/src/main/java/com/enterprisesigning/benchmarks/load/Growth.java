package com.enterprisesigning.benchmarks.load;

import com.enterprisesigning.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.List;

/** How throughput and latency grow with the number of callers, and how much broke. */
final class Growth {
  private final Table table;
  private final List<Step> steps = new ArrayList<>();
  private long broken;

  Growth(Table table) {
    this.table = table;
  }

  void add(Step step, long brokenInIt) {
    steps.add(step);
    broken += brokenInIt;
  }

  /** Returns the highest number of calls per second, and the last step's 99th percentile. */
  String summary() {
    Step last = steps.getLast();
    return "up to %.0f calls/s; p99 with %d callers %.0f ms"
        .formatted(
            steps.stream().mapToDouble(Step::callsASecond).max().orElse(0),
            last.callers(),
            last.millis().quantile(0.99));
  }

  long broken() {
    return broken;
  }

  @Override
  public String toString() {
    return table.toString();
  }
}
