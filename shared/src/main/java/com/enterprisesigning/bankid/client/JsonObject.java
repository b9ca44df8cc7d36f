package com.enterprisesigning.bankid.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/**
 * A JSON object from BankID. Unknown members are ignored, and a member of the wrong type counts as
 * absent.
 */
record JsonObject(JsonNode node) {
  /**
   * Far more than BankID sends. BankID hands out a completion only once, and an unknown member must
   * not make it unreadable. A number with this many digits is still parsed within milliseconds.
   */
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(100_000)
          .maxNumberLength(100_000)
          .maxNameLength(4 << 20)
          .build();

  private static final JsonMapper JSON =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LIMITS).build()).build();

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * Parses an object; empty if {@code text} is not a JSON object. A byte order mark is ignored (RFC
   * 8259 section 8.1).
   */
  static Optional<JsonObject> parse(String text) {
    String json = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    try {
      return Optional.of(JSON.readTree(json)).filter(JsonNode::isObject).map(JsonObject::new);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Returns the member's text; an empty text counts as absent. */
  Optional<String> text(String member) {
    return Optional.ofNullable(node.path(member).textValue()).filter(text -> !text.isEmpty());
  }

  /** Returns the member; if it is not an object, the result behaves like an empty object. */
  JsonObject object(String member) {
    return new JsonObject(node.path(member));
  }

  @Override
  public String toString() {
    return "JsonObject[secret]";
  }
}
