package com.enterprisesigning.functions.metrics;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import com.enterprisesigning.evidence.TimestampAuthority;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts and logs the requests that brought no time stamp, with the reason. */
public record MeasuredTimestampAuthority(TimestampAuthority authority, EmbeddedMetrics metrics)
    implements TimestampAuthority {
  private static final Logger LOG = LoggerFactory.getLogger(MeasuredTimestampAuthority.class);

  @Override
  public Answer stamp(byte[] sha256) {
    Answer answer = authority.stamp(sha256);
    if (answer instanceof Answer.Refused(Reason reason)) {
      metrics.count(Metric.TIME_STAMPS_REFUSED, Dimension.REASON, reason.name());
      LOG.warn("No time stamp", entry("reason", reason.name()));
    }
    return answer;
  }
}
