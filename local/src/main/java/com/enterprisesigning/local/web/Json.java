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
 * Reads and writes JSON for the whole local run. A text with a duplicate member, or with anything
 * after its value, is not JSON.
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
   * Reads a request body as a JSON object. Returns empty if the body is anything else. The parser's
   * message is dropped, because it quotes the body.
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
   * Returns the value in UTF-8. This keeps a lone surrogate, which an encoded string would lose.
   */
  public static byte[] bytes(JsonNode value) throws JsonProcessingException {
    return MAPPER.writeValueAsBytes(value);
  }
}
