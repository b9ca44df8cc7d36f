package com.enterprisesigning.local.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.Map;

/**
 * The size of an item as AWS counts it ("DynamoDB Item sizes and formats"): names and values in
 * bytes.
 */
final class ItemSize {
  private static final double UNIT = 1024;
  private static final int NESTED = 3;

  private ItemSize() {}

  /**
   * Returns what a write of the item consumes, at least one unit.
   *
   * @param item missing if there is none
   */
  static double writeUnits(JsonNode item) {
    return Math.max(1, Math.ceil(members(item) / UNIT));
  }

  private static int members(JsonNode item) {
    return item.properties().stream()
        .mapToInt(member -> member.getKey().getBytes(UTF_8).length + value(member.getValue()))
        .sum();
  }

  private static int value(JsonNode typed) {
    Map.Entry<String, JsonNode> value = typed.properties().iterator().next();
    JsonNode content = value.getValue();
    return switch (value.getKey()) {
      case "S" -> content.asText().getBytes(UTF_8).length;
      case "N" -> (content.asText().length() + 1) / 2 + 1;
      case "B" -> Base64.getDecoder().decode(content.asText()).length;
      case "BOOL", "NULL" -> 1;
      case "M" -> NESTED + content.size() + members(content);
      case "L" -> {
        int size = NESTED + content.size();
        for (JsonNode element : content) {
          size += value(element);
        }
        yield size;
      }
      default -> throw new IllegalArgumentException("an attribute of type " + value.getKey());
    };
  }
}
