package com.enterprisesigning.functions.metrics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes metrics in CloudWatch's embedded metric format: whole lines, each at once, so that nothing
 * is to be flushed and any number of threads may write. Powertools' metrics gather in an object
 * that an invocation flushes at its end, while one handler may serve many invocations at a time,
 * and messages of a batch are followed on threads of their own.
 */
public final class EmbeddedMetrics {
  static final String NAMESPACE = "EnterpriseSigning";

  /** Its appender writes the message alone: CloudWatch reads the whole line. */
  private static final Logger LOG = LoggerFactory.getLogger("com.enterprisesigning.metrics");

  /** CloudWatch takes printable ASCII alone in the value of a dimension, and 1024 of it. */
  private static final Pattern NOT_PRINTABLE = Pattern.compile("[^ -~]");

  private static final int LONGEST = 250;

  private final String service;
  private final Clock clock;

  /** Counts for one deployment, the value of {@link Dimension#SERVICE}. */
  public EmbeddedMetrics(String service, Clock clock) {
    this.service = service;
    this.clock = clock;
  }

  /** Counts one. */
  public void count(Metric metric) {
    write(Map.of(metric, 1L), Map.of());
  }

  /** Counts one. */
  public void count(Metric metric, Dimension dimension, String value) {
    write(Map.of(metric, 1L), Map.of(dimension, value));
  }

  /**
   * Writes one line.
   *
   * @param dimensions all that the metrics are told apart by, but the deployment
   */
  public void write(Map<Metric, Long> values, Map<Dimension, String> dimensions) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    ObjectNode aws = line.putObject("_aws").put("Timestamp", clock.millis());
    ArrayNode directives = aws.putArray("CloudWatchMetrics");
    line.put(Dimension.SERVICE.cloudWatchName(), service);
    dimensions.forEach((name, value) -> line.put(name.cloudWatchName(), dimensionValue(value)));
    values.forEach((metric, value) -> {
      addDirective(directives, metric);
      line.put(metric.cloudWatchName(), value);
    });
    LOG.info(line.toString());
  }

  private static void addDirective(ArrayNode directives, Metric metric) {
    ObjectNode directive = directives.addObject().put("Namespace", NAMESPACE);
    ArrayNode sets = directive.putArray("Dimensions");
    metric
        .dimensionSets()
        .forEach(set -> {
          ArrayNode names = sets.addArray();
          set.forEach(dimension -> names.add(dimension.cloudWatchName()));
        });
    directive
        .putArray("Metrics")
        .addObject()
        .put("Name", metric.cloudWatchName())
        .put("Unit", metric.unit().cloudWatchName());
  }

  private static String dimensionValue(String any) {
    String cut = any.substring(0, Math.min(any.length(), LONGEST));
    String printable = NOT_PRINTABLE.matcher(cut).replaceAll("?");
    return printable.isBlank() ? "?" : printable;
  }
}
