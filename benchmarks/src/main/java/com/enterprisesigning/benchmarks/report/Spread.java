package com.enterprisesigning.benchmarks.report;

import java.util.List;

/** Values in order of size. */
public record Spread(List<Double> values) {
  public Spread {
    values = values.stream().sorted().toList();
  }

  public double median() {
    return quantile(0.5);
  }

  /** The smallest value that so large a part of all does not exceed; NaN where there is none. */
  public double quantile(double part) {
    return values.isEmpty()
        ? Double.NaN
        : values.get((int) Math.max(0, Math.ceil(part * values.size()) - 1));
  }

  /** The median, and between which values all lie. */
  public String inMillis() {
    return "%.0f (%.0f–%.0f)".formatted(median(), values.getFirst(), values.getLast());
  }
}
