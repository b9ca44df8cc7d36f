package com.enterprisesigning.bankid.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/**
 * An object of BankID's as it came: members that are not known are ignored, and one of a wrong type
 * is as good as absent.
 */
record JsonObject(JsonNode node) {
  private static final JsonMapper JSON = new JsonMapper();

  /** Empty where {@code text} is no JSON object. */
  static Optional<JsonObject> parse(String text) {
    try {
      return Optional.of(JSON.readTree(text)).filter(JsonNode::isObject).map(JsonObject::new);
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
