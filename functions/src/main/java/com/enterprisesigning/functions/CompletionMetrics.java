package com.enterprisesigning.functions;

import com.enterprisesigning.signing.Audit;
import com.enterprisesigning.signing.Decision;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the signatures that were stored, and the completions that did not verify, in CloudWatch's
 * embedded metric format: a line for each, written at once, so that nothing is to be flushed and
 * any number of threads may write. No id is in it (design section 11).
 */
final class CompletionMetrics implements Audit {
  static final String NAMESPACE = "EnterpriseSigning";
  static final String STORED = "SignaturesStored";
  static final String REJECTED = "SignaturesRejected";

  /** Its appender writes the message alone: CloudWatch reads the whole line. */
  private static final Logger LOG = LoggerFactory.getLogger("com.enterprisesigning.metrics");

  private static final String DIMENSION = "Environment";

  private final ObjectMapper json = new ObjectMapper();
  private final String environment;
  private final Clock clock;

  /** Counts for an environment, which is the metrics' one dimension. */
  CompletionMetrics(Environment environment, Clock clock) {
    this.environment = environment.name().toLowerCase(Locale.ROOT);
    this.clock = clock;
  }

  @Override
  public void record(Decision decision) {
    switch (decision.kind()) {
      case COMPLETION -> LOG.info(line(decision.isRejected()));
      case START, CANCEL, EVIDENCE_READ, REGISTRATION, WITHDRAWAL -> {}
    }
  }

  /** Each line has both: an alarm on a share of the rejected needs the zeros too. */
  private String line(boolean isRejected) {
    ObjectNode line = json.createObjectNode();
    ObjectNode aws = line.putObject("_aws").put("Timestamp", clock.millis());
    ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject();
    directive.put("Namespace", NAMESPACE).putArray("Dimensions").addArray().add(DIMENSION);
    directive
        .putArray("Metrics")
        .add(json.createObjectNode().put("Name", STORED).put("Unit", "Count"))
        .add(json.createObjectNode().put("Name", REJECTED).put("Unit", "Count"));
    return line.put(DIMENSION, environment)
        .put(STORED, isRejected ? 0 : 1)
        .put(REJECTED, isRejected ? 1 : 0)
        .toString();
  }
}
