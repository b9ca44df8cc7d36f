package com.enterprisesigning.functions.metrics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Writes metrics in CloudWatch's embedded metric format, one whole line at a time. Nothing has to
 * be flushed, and any number of threads may write. Powertools' metrics are not used, because they
 * collect in an object that an invocation flushes at its end. Here one handler may serve many
 * invocations at once, and each message of a batch runs on its own thread.
 */
public final class EmbeddedMetrics {
  static final String NAMESPACE = "EnterpriseSigning";

  /**
   * The appender of this logger writes only the message, because CloudWatch must be able to read
   * the whole line.
   */
  private static final Logger LOG = LoggerFactory.getLogger("com.enterprisesigning.metrics");

  /** The value of a dimension must be printable ASCII, at most 1024 characters. */
  private static final Pattern NOT_PRINTABLE = Pattern.compile("[^ -~]");

  private static final int LONGEST = 250;

  private final String service;
  private final Clock clock;

  /**
   * Counts for one deployment.
   *
   * @param service the value of {@link Dimension#SERVICE}
   */
  public EmbeddedMetrics(String service, Clock clock) {
    this.service = service;
    this.clock = clock;
  }

  /** Adds one to the metric. */
  public void count(Metric metric) {
    write(Map.of(metric, 1L), metric.isSplitByVersion() ? version() : Map.of());
  }

  /** Adds one to the metric, under the given value of a dimension. */
  public void count(Metric metric, Dimension dimension, String value) {
    write(Map.of(metric, 1L), Map.of(dimension, value));
  }

  /**
   * Writes one line.
   *
   * @param dimensions every dimension of the metrics except the deployment
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

  /** Returns the function and its version, which Powertools keeps in the log's context. */
  private static Map<Dimension, String> version() {
    return Map.of(
        Dimension.FUNCTION, Objects.requireNonNullElse(MDC.get("function_name"), ""),
        Dimension.VERSION, Objects.requireNonNullElse(MDC.get("function_version"), ""));
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
