package com.enterprisesigning.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An example of an answer in the contract.
 *
 * @param name of the example
 */
record DocumentedAnswer(
    String method, String path, int status, String mediaType, String name, JsonNode body) {

  /** Reads every example of every answer of every call. */
  static List<DocumentedAnswer> allOf(JsonNode document) {
    List<DocumentedAnswer> answers = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue().properties().stream()
                .filter(operation -> operation.getValue().has("responses"))
                .forEach(operation ->
                    operation
                        .getValue()
                        .path("responses")
                        .properties()
                        .forEach(response ->
                            add(
                                answers,
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                Integer.parseInt(response.getKey()),
                                followed(document, response.getValue())))));
    return answers;
  }

  private static JsonNode followed(JsonNode document, JsonNode response) {
    return response.has("$ref")
        ? document.at(response.path("$ref").stringValue().substring(1))
        : response;
  }

  private static void add(
      List<DocumentedAnswer> answers, String method, String path, int status, JsonNode response) {
    response
        .path("content")
        .properties()
        .forEach(content ->
            content
                .getValue()
                .path("examples")
                .properties()
                .forEach(example ->
                    answers.add(
                        new DocumentedAnswer(
                            method,
                            path,
                            status,
                            content.getKey(),
                            example.getKey(),
                            example.getValue().path("value")))));
  }

  /** Returns the same answer with another body. */
  DocumentedAnswer with(JsonNode other) {
    return new DocumentedAnswer(method, path, status, mediaType, name, other);
  }

  List<String> violations(Contract contract) {
    return contract.violations(method, path, status, Optional.of(mediaType), body.toString());
  }

  @Override
  public String toString() {
    return "%s %s %d %s".formatted(method, path, status, name);
  }
}
