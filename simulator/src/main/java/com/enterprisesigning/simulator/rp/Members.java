package com.enterprisesigning.simulator.rp;

import com.enterprisesigning.simulator.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The members of a JSON object, each read by its own rule. A member that breaks its rule is refused
 * by name, as {@code invalidParameters}. An unknown member is refused too, so that a relying party
 * notices a mistyped name.
 */
final class Members {
  private final ObjectNode object;

  Members(JsonNode node, String name, Set<String> known) {
    if (!(node instanceof ObjectNode objectNode)) {
      throw RpRefusal.invalid(name);
    }
    for (var member : objectNode.properties()) {
      if (!known.contains(member.getKey())) {
        throw RpRefusal.invalidParameters("Unknown parameter " + printable(member.getKey()));
      }
    }
    this.object = objectNode;
  }

  boolean isEmpty() {
    return object.isEmpty();
  }

  String requiredText(String name, Predicate<String> rule) {
    return text(name, rule).orElseThrow(() -> RpRefusal.missing(name));
  }

  Optional<String> text(String name, Predicate<String> rule) {
    Optional<JsonNode> value = value(name);
    if (value.isPresent() && !(Json.isText(value.get()) && rule.test(value.get().textValue()))) {
      throw RpRefusal.invalid(name);
    }
    return value.map(JsonNode::textValue);
  }

  boolean flag(String name) {
    Optional<JsonNode> value = value(name);
    if (value.isPresent() && !value.get().isBoolean()) {
      throw RpRefusal.invalid(name);
    }
    return value.isPresent() && value.get().booleanValue();
  }

  /**
   * Reads a list of texts; returns an empty list if the member is absent.
   *
   * @param reader parses one text; empty if the text breaks the rule
   */
  <T> List<T> texts(String name, Function<String, Optional<T>> reader) {
    JsonNode value = object.get(name);
    if (value == null) {
      return List.of();
    }
    List<T> read =
        value
            .valueStream()
            .filter(JsonNode::isTextual)
            .flatMap(text -> reader.apply(text.textValue()).stream())
            .toList();
    if (!value.isArray() || value.isEmpty() || read.size() < value.size()) {
      throw RpRefusal.invalid(name);
    }
    return read;
  }

  Optional<Members> object(String name, Set<String> known) {
    return value(name).map(value -> new Members(value, name, known));
  }

  static Predicate<String> length(int from, int to) {
    return text -> text.length() >= from && text.length() <= to;
  }

  static Predicate<String> oneOf(String... values) {
    return List.of(values)::contains;
  }

  /**
   * Accepts base64 with padding and without line breaks, of at most {@code longest} characters as
   * encoded.
   */
  static Predicate<String> base64(int longest) {
    return length(1, longest)
        .and(text -> text.length() % 4 == 0)
        .and(text -> {
          try {
            Base64.getDecoder().decode(text);
            return true;
          } catch (IllegalArgumentException e) {
            return false;
          }
        });
  }

  /** Accepts base64 of UTF-8, of at most {@code longest} characters as encoded. */
  static Predicate<String> base64Text(int longest) {
    return base64(longest)
        .and(text -> {
          try {
            StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(Base64.getDecoder().decode(text)));
            return true;
          } catch (CharacterCodingException e) {
            return false;
          }
        });
  }

  private Optional<JsonNode> value(String name) {
    return Optional.ofNullable(object.get(name));
  }

  private static String printable(String name) {
    // A name of one emoji is two characters, and becomes one question mark.
    String printable = name.replaceAll("[^A-Za-z0-9_.-]", "?");
    return printable.substring(0, Math.min(printable.length(), 40));
  }
}
