package com.enterprisesigning.dynamodb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item in the JSON of AWS's own tools: {@code {"kind": {"S": "SLOT"}}}. */
final class DynamoDbJson {
  private static final JsonMapper JSON = new JsonMapper();

  private DynamoDbJson() {}

  static Map<String, AttributeValue> read(String text) {
    try {
      return map(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String write(Map<String, AttributeValue> item) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(object(item)) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, AttributeValue> map(JsonNode object) {
    return object.properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, member -> value(member.getValue())));
  }

  private static AttributeValue value(JsonNode typed) {
    Map.Entry<String, JsonNode> only = typed.properties().iterator().next();
    JsonNode value = only.getValue();
    return switch (only.getKey()) {
      case "S" -> AttributeValue.fromS(value.textValue());
      case "N" -> AttributeValue.fromN(value.textValue());
      case "BOOL" -> AttributeValue.fromBool(value.booleanValue());
      case "B" -> AttributeValue.fromB(SdkBytes.fromByteArray(bytes(value)));
      case "L" -> AttributeValue.fromL(value.valueStream().map(DynamoDbJson::value).toList());
      case "M" -> AttributeValue.fromM(map(value));
      default ->
          throw new IllegalArgumentException("a type that items do not use: " + only.getKey());
    };
  }

  private static byte[] bytes(JsonNode base64) {
    try {
      return base64.binaryValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode object(Map<String, AttributeValue> item) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(item).forEach((name, value) -> object.set(name, typed(value)));
    return object;
  }

  private static ObjectNode typed(AttributeValue value) {
    ObjectNode typed = JsonNodeFactory.instance.objectNode();
    switch (value.type()) {
      case S -> typed.put("S", value.s());
      case N -> typed.put("N", value.n());
      case BOOL -> typed.put("BOOL", value.bool());
      case B -> typed.put("B", value.b().asByteArray());
      case L -> {
        var list = typed.putArray("L");
        value.l().forEach(element -> list.add(typed(element)));
      }
      case M -> typed.set("M", object(value.m()));
      default ->
          throw new IllegalArgumentException("a type that items do not use: " + value.type());
    }
    return typed;
  }
}
