package com.enterprisesigning.functions.metrics;

import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.signing.Audit;
import com.enterprisesigning.signing.AuditRecord;
import com.enterprisesigning.signing.Refusal;
import com.enterprisesigning.store.DigestMismatch;
import java.util.Map;
import java.util.UUID;

/** Counts decisions: starts, conflicts, blocks, completions and time stamps. */
public final class DecisionMetrics implements Audit {
  private static final String SIGNED = "COMPLETE";

  private final EmbeddedMetrics metrics;

  public DecisionMetrics(EmbeddedMetrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void record(AuditRecord decision) {
    switch (decision.kind()) {
      case START -> start(decision);
      case COMPLETION -> completion(decision);
      case TIME_STAMP ->
          metrics.count(
              decision.isStamped() ? Metric.TIME_STAMPS_STORED : Metric.TIME_STAMPS_GIVEN_UP);
      case CANCEL, EVIDENCE_READ, REGISTRATION, WITHDRAWAL -> {}
    }
  }

  @Override
  public void passedOver(UUID participantId, RuntimeException why) {
    if (why instanceof DigestMismatch) {
      metrics.count(Metric.EVIDENCE_CHANGED);
    }
  }

  private void start(AuditRecord decision) {
    if (decision.isStarted()) {
      Channel channel = decision.subject().channel().orElseThrow();
      metrics.count(Metric.STARTS, Dimension.CHANNEL, channel.call());
    }
    decision.cause().ifPresent(cause -> refused(cause, decision.subject().client()));
  }

  private void refused(Refusal.Cause cause, String client) {
    switch (cause) {
      case SAME_IP, ELSEWHERE -> conflict(cause);
      case DIFFERENT_IPS, PHONE, MIXED -> {
        conflict(cause);
        metrics.count(Metric.PERSONS_BLOCKED, Dimension.CLIENT, client);
      }
      case BLOCKED, MISSING, OVERTAKEN -> {}
    }
  }

  private void conflict(Refusal.Cause cause) {
    metrics.count(Metric.CONFLICTS, Dimension.KIND, cause.name());
  }

  /**
   * Writes both metrics on each line: an alarm on the share of rejected completions needs the zeros
   * too.
   */
  private void completion(AuditRecord decision) {
    boolean isRejected = decision.isRejected();
    metrics.write(
        Map.of(
            Metric.SIGNATURES_STORED, isRejected ? 0L : 1L,
            Metric.SIGNATURES_REJECTED, isRejected ? 1L : 0L),
        Map.of());
    if (!isRejected) {
      metrics.count(Metric.OUTCOMES, Dimension.HINT, SIGNED);
    }
    decision.failedSteps().stream()
        .findFirst()
        .ifPresent(step -> metrics.count(Metric.STEPS_FAILED, Dimension.STEP, step));
    decision
        .reportedSteps()
        .forEach(step -> metrics.count(Metric.STEPS_REPORTED, Dimension.STEP, step));
  }
}
