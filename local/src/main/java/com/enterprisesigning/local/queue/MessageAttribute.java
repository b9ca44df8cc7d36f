package com.enterprisesigning.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * An attribute of a message.
 *
 * @param dataType {@code String}, {@code Number} or {@code Binary}, perhaps with the sender's label
 * @param value text in UTF-8, or bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record MessageAttribute(String dataType, byte[] value) {

  /**
   * Reads an attribute in AWS JSON.
   *
   * @throws QueueRefusal if it has no type, or no value of its type
   */
  static MessageAttribute read(String name, JsonNode attribute) {
    String type = attribute.path("DataType").asText("");
    if (!type.matches("(String|Number|Binary)(\\..+)?")) {
      throw QueueRefusal.invalid(
          "The type of message (user) attribute '"
              + name
              + "' is invalid. You must use only the following supported type prefixes: Binary,"
              + " Number, String.");
    }
    String member = type.startsWith("Binary") ? "BinaryValue" : "StringValue";
    String value = attribute.path(member).asText("");
    if (value.isEmpty()) {
      throw QueueRefusal.invalid(
          "The message attribute '" + name + "' must contain a non-empty " + member + ".");
    }
    return new MessageAttribute(
        type,
        member.equals("BinaryValue")
            ? Base64.getDecoder().decode(value)
            : value.getBytes(StandardCharsets.UTF_8));
  }

  boolean isBinary() {
    return dataType.startsWith("Binary");
  }

  /** Returns the value as JSON can carry it: text, or bytes in base64. */
  String text() {
    return isBinary()
        ? Base64.getEncoder().encodeToString(value)
        : new String(value, StandardCharsets.UTF_8);
  }

  ObjectNode toJson() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("DataType", dataType)
        .put(isBinary() ? "BinaryValue" : "StringValue", text());
  }
}
