package com.enterprisesigning.local;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * An example of a request or an answer in the contract.
 *
 * @param schema the name of its schema, and so of the class in a generated client
 * @param body with its times in one form, because each client has its own
 */
record DocumentedBody(String schema, JsonNode body) {

  DocumentedBody {
    body = inOneForm(body);
  }

  /** Reads every example of every request and answer. */
  static List<DocumentedBody> allOf(JsonNode document) {
    return document.findValues("content").stream()
        .flatMap(content -> content.properties().stream())
        .filter(media -> Contract.isJson(media.getKey()))
        .flatMap(media -> {
          String reference = media.getValue().at("/schema/$ref").stringValue();
          String schema = reference.substring(reference.lastIndexOf('/') + 1);
          return media
              .getValue()
              .path("examples")
              .valueStream()
              .map(example -> new DocumentedBody(schema, example.path("value")));
        })
        .distinct()
        .toList();
  }

  private static JsonNode inOneForm(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode same = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(it -> same.set(it.getKey(), inOneForm(it.getValue())));
        yield same;
      }
      case ArrayNode array -> {
        ArrayNode same = JsonNodeFactory.instance.arrayNode();
        array.forEach(it -> same.add(inOneForm(it)));
        yield same;
      }
      case StringNode text -> StringNode.valueOf(timeInOneForm(text.stringValue()));
      default -> node;
    };
  }

  private static String timeInOneForm(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant().toString();
    } catch (DateTimeException notATime) {
      return text;
    }
  }

  boolean isRequest() {
    return schema.endsWith("Request");
  }

  /** Returns a request without the defaults that a client adds; an answer has none. */
  DocumentedBody withoutDefaults(DocumentedBody written) {
    return isRequest() ? onlyWhat(written) : this;
  }

  /** Returns the same body, with only the members that the other body has too. */
  DocumentedBody onlyWhat(DocumentedBody other) {
    JsonNode kept = body.deepCopy();
    Member.of(body).stream()
        .filter(member -> !other.body.at(member.object()).has(member.name()))
        .forEach(member -> ((ObjectNode) kept.at(member.object())).remove(member.name()));
    return new DocumentedBody(schema, kept);
  }

  /**
   * Returns the same body, with codes of which the contract says that a later release adds some.
   */
  DocumentedBody withLaterCodes() {
    JsonNode later = body.deepCopy();
    Member.of(body).stream()
        .filter(member -> List.of("hint_code", "code", "step").contains(member.name()))
        .forEach(member -> ((ObjectNode) later.at(member.object())).put(member.name(), "LATER"));
    return new DocumentedBody(schema, later);
  }

  /** Returns the same body, with one more member in each object. */
  DocumentedBody withLaterMembers() {
    JsonNode later = body.deepCopy();
    Member.objects(body, JsonPointer.empty())
        .forEach(object -> ((ObjectNode) later.at(object)).put("later_member", "text"));
    return new DocumentedBody(schema, later);
  }
}
