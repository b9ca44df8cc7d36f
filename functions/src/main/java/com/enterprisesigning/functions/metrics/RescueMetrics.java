package com.enterprisesigning.functions.metrics;

import com.enterprisesigning.signing.Audit;
import com.enterprisesigning.signing.AuditRecord;

/** Counts the signatures that the follow-up stored: without it they would have been lost. */
public record RescueMetrics(EmbeddedMetrics metrics) implements Audit {

  @Override
  public void record(AuditRecord decision) {
    if (decision.kind() == AuditRecord.Kind.COMPLETION && !decision.isRejected()) {
      metrics.count(Metric.SIGNATURES_RESCUED);
    }
  }
}
