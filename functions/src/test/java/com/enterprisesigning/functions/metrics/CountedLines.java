package com.enterprisesigning.functions.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Lines in the embedded metric format, as CloudWatch reads them. */
public final class CountedLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An internal error of a function in a {@code TestContext}, by its name and version. */
  public static final String OF_THE_VERSION =
      "InternalErrors 1 Function=signing-function Version=7";

  private CountedLines() {}

  /**
   * Returns texts such as {@code Starts 1} and {@code Starts 1 Channel=START}, one for each set of
   * dimensions.
   */
  public static List<String> of(List<String> lines) {
    List<String> counted = new ArrayList<>();
    for (String line : lines) {
      JsonNode json = parse(line);
      for (JsonNode directive : json.at("/_aws/CloudWatchMetrics")) {
        String name = directive.at("/Metrics/0/Name").textValue();
        directive
            .path("Dimensions")
            .forEach(set -> counted.add(name + " " + json.required(name) + values(json, set)));
      }
    }
    return counted.stream().sorted().toList();
  }

  private static String values(JsonNode json, JsonNode set) {
    Set<String> values = new TreeSet<>();
    for (JsonNode dimension : set) {
      String value = json.required(dimension.textValue()).textValue();
      if (!dimension.textValue().equals("Service")) {
        values.add(" " + dimension.textValue() + "=" + value);
      }
    }
    return String.join("", values);
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + line, e);
    }
  }
}
