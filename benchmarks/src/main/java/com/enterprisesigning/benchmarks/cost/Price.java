package com.enterprisesigning.benchmarks.cost;

import com.enterprisesigning.local.dynamodb.Capacity;

/** On-demand list prices of us-east-1, in USD per million. */
final class Price {
  private static final double WRITES = 0.625;
  private static final double READS = 0.125;

  private Price() {}

  /** Returns what a million signings of this capacity cost. */
  static String ofAMillion(Capacity each) {
    double writes = each.billedWrite() * WRITES;
    double reads = each.read() * READS;
    return "A million signings: %.0f M write units × %s/M = %.2f USD, and %.0f M read units × %s/M = %.2f USD: **%.2f USD**."
        .formatted(each.billedWrite(), WRITES, writes, each.read(), READS, reads, writes + reads);
  }
}
