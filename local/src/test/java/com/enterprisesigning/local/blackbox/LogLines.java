package com.enterprisesigning.local.blackbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The JSON lines that the functions of one run have printed, as a subscription reads them. */
final class LogLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunProcess run;
  private final Api api;

  /** Reads the lines of this run, whose only gateway {@code api} calls. */
  LogLines(RunProcess run, Api api) {
    this.run = run;
    this.api = api;
  }

  /**
   * Returns the audit lines of a participant or a process, in order. A call logs before it answers.
   * One last call, about an unknown id, shows that all lines have come through the pipe.
   */
  List<JsonNode> audit(String id) throws Exception {
    waitForAll();
    return audit().stream()
        .filter(line -> line.path("participant").asText(line.path("process").asText()).equals(id))
        .toList();
  }

  /** Returns all audit lines so far, in order. */
  List<JsonNode> audit() {
    return lines().filter(line -> line.path("kind").asText().equals("audit")).toList();
  }

  /** Returns the line of each call that was answered, in order. */
  List<JsonNode> calls() {
    return lines().filter(line -> line.path("message").asText().equals("Call answered")).toList();
  }

  /** Returns the lines of the follow-up messages about a participant, in order. */
  List<JsonNode> followed(String participant) {
    return lines()
        .filter(line -> line.path("message").asText().equals("Message followed"))
        .filter(line -> line.path("participant").asText().equals(participant))
        .toList();
  }

  /** Counts the completions that were logged with this outcome. */
  long told(String outcome) {
    return audit().stream()
        .filter(line -> line.path("audit").asText().equals("COMPLETION"))
        .filter(line -> line.path("outcome").asText().equals(outcome))
        .count();
  }

  /** Returns the sum of a metric over the lines in the embedded metric format. */
  long counted(String metric) {
    return lines()
        .filter(line -> line.has("_aws"))
        .mapToLong(line -> line.path(metric).asLong())
        .sum();
  }

  /** Returns the sum of a metric over the lines with this value of the dimension. */
  long counted(String metric, String dimension, String value) {
    return lines()
        .filter(line -> line.has("_aws") && line.path(dimension).asText().equals(value))
        .mapToLong(line -> line.path(metric).asLong())
        .sum();
  }

  /** Returns the lines of a metric. */
  List<JsonNode> ofMetric(String metric) {
    return lines().filter(line -> line.has("_aws") && line.has(metric)).toList();
  }

  private Stream<JsonNode> lines() {
    return run.printedEver().stream().map(LogLines::json).flatMap(Optional::stream);
  }

  private void waitForAll() throws Exception {
    String unknown = UUID.randomUUID().toString();
    api.evidence(Caller.DEMO, unknown).is(404);
    Waiting.until(() -> run.printed().stream().anyMatch(line -> line.contains(unknown)));
  }

  private static Optional<JsonNode> json(String line) {
    try {
      return line.startsWith("{") ? Optional.of(JSON.readTree(line)) : Optional.empty();
    } catch (JsonProcessingException e) {
      throw new AssertionError("no line of JSON: " + line, e);
    }
  }
}
