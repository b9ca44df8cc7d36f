package com.enterprisesigning.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;

/**
 * The one JSON mapper of the contract. It reads and writes only trees, so that no class has to be
 * inspected at a cold start.
 */
final class Json {
  /** The contract nests five levels deep and has no numbers; these limits stop hostile input. */
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder().maxNestingDepth(16).maxNumberLength(100).build();

  private static final JsonMapper MAPPER =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LIMITS).build())
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final ObjectWriter CANONICAL =
      MAPPER.writer().with(JsonNodeFeature.WRITE_PROPERTIES_SORTED);

  private Json() {}

  /** Reads one JSON value, with each member given once (RFC 8259) and nothing after it. */
  static JsonNode read(String text) throws JsonProcessingException {
    return MAPPER.readTree(text);
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static String write(ObjectNode node) {
    return write(MAPPER.writer(), node);
  }

  /**
   * Writes the members sorted by name and without white space, so that equal requests have equal
   * texts.
   */
  static String canonical(ObjectNode node) {
    return write(CANONICAL, node);
  }

  private static String write(ObjectWriter writer, ObjectNode node) {
    try {
      return writer.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("JSON built here could not be written", e);
    }
  }
}
