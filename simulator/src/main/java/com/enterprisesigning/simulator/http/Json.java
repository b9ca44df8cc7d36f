package com.enterprisesigning.simulator.http;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** JSON as the simulator accepts it: nothing after the value, and no duplicate members. */
public final class Json {
  private static final ObjectReader READER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build()
          .reader();

  private Json() {}

  /**
   * Parses JSON.
   *
   * @throws IOException if {@code json} is malformed
   */
  public static JsonNode read(byte[] json) throws IOException {
    return READER.readTree(json);
  }

  /**
   * Returns whether a value is a string of whole characters. JSON can escape half of a surrogate
   * pair, which neither a store nor an answer can keep.
   */
  public static boolean isText(JsonNode value) {
    return value.isTextual() && StandardCharsets.UTF_8.newEncoder().canEncode(value.textValue());
  }

  /** Returns a new, empty object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
