package com.enterprisesigning.local.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/**
 * The one way in which the local run reads and writes JSON. A text with a duplicate member, or with
 * anything after its value, is not JSON.
 */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private Json() {}

  /** Returns a new, empty object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /**
   * Reads the body of a request that must be a JSON object; empty if it is anything else. The
   * parser's message is dropped, because it quotes the body.
   */
  public static Optional<JsonNode> object(byte[] body) {
    try {
      return Optional.of(MAPPER.readTree(body)).filter(JsonNode::isObject);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads any value.
   *
   * @throws JsonProcessingException if the text is not JSON; the message quotes the text
   */
  public static JsonNode read(String text) throws JsonProcessingException {
    return MAPPER.readTree(text);
  }

  /**
   * Returns the value in UTF-8. A lone surrogate in a text is kept, where a string would lose it.
   */
  public static byte[] bytes(JsonNode value) throws JsonProcessingException {
    return MAPPER.writeValueAsBytes(value);
  }
}
