package com.enterprisesigning.functions.metrics;

import com.enterprisesigning.signing.Audit;
import com.enterprisesigning.signing.Decision;

/**
 * Counts the signatures among the follow-up's decisions: without it they would have been lost.
 *
 * @param metrics where they are counted
 */
public record RescueMetrics(EmbeddedMetrics metrics) implements Audit {

  @Override
  public void record(Decision decision) {
    if (decision.kind() == Decision.Kind.COMPLETION && !decision.isRejected()) {
      metrics.count(Metric.SIGNATURES_RESCUED);
    }
  }
}
