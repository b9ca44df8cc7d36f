package com.enterprisesigning.benchmarks;

import java.util.List;

/** Values in order of size. */
record Spread(List<Double> values) {
  Spread {
    values = values.stream().sorted().toList();
  }

  double median() {
    return quantile(0.5);
  }

  /** The smallest value that so large a part of all does not exceed. */
  double quantile(double part) {
    return values.get((int) Math.min(values.size() - 1, Math.floor(part * values.size())));
  }

  /** The median, and between which values all lie. */
  String inMillis() {
    return "%.0f (%.0f–%.0f)".formatted(median(), values.getFirst(), values.getLast());
  }
}
