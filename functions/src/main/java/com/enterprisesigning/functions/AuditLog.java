package com.enterprisesigning.functions;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import com.enterprisesigning.signing.Audit;
import com.enterprisesigning.signing.Decision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one JSON line of its own kind for each decision (design section 11, audit). */
final class AuditLog implements Audit {
  private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

  @Override
  public void record(Decision decision) {
    LOG.info(
        "Decision",
        entry("decision", decision.kind().name()),
        entry("client", decision.subject().client()),
        entry("outcome", decision.outcome()));
  }
}
