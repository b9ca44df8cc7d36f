package com.enterprisesigning.bankid.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/**
 * An object of BankID's as it came: members that are not known are ignored, and one of a wrong type
 * is as good as absent.
 */
record JsonObject(JsonNode node) {
  /**
   * Far beyond what anyone writes: a completion comes once, and a member that nobody knows must not
   * be what it is lost for. A number of so many digits is still read in milliseconds.
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

  /** Empty where {@code text} is no JSON object. A byte order mark is ignored (RFC 8259 8.1). */
  static Optional<JsonObject> parse(String text) {
    String json = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    try {
      return Optional.of(JSON.readTree(json)).filter(JsonNode::isObject).map(JsonObject::new);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** The member's text; an empty one says no more than an absent one. */
  Optional<String> text(String member) {
    return Optional.ofNullable(node.path(member).textValue()).filter(text -> !text.isEmpty());
  }

  /** The member; without any member where it is no object. */
  JsonObject object(String member) {
    return new JsonObject(node.path(member));
  }

  @Override
  public String toString() {
    return "JsonObject[secret]";
  }
}
