package com.enterprisesigning.benchmarks.report;

import java.util.List;

/** Values in ascending order. */
public record Spread(List<Double> values) {
  public Spread {
    values = values.stream().sorted().toList();
  }

  public double median() {
    return quantile(0.5);
  }

  /**
   * Returns a quantile: at least this share of the values is not above it. Returns NaN if there are
   * no values.
   */
  public double quantile(double part) {
    return values.isEmpty()
        ? Double.NaN
        : values.get((int) Math.max(0, Math.ceil(part * values.size()) - 1));
  }

  /** Returns the median, and the smallest and largest value. */
  public String inMillis() {
    return "%.0f (%.0f–%.0f)".formatted(median(), values.getFirst(), values.getLast());
  }
}
