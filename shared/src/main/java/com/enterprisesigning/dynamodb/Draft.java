package com.enterprisesigning.dynamodb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The attributes to write: present ones are set, absent ones are removed. */
final class Draft {
  private final Map<String, AttributeValue> present = new LinkedHashMap<>();
  private final List<String> absent = new ArrayList<>();

  Draft set(String name, AttributeValue value) {
    present.put(name, value);
    return this;
  }

  Draft set(String name, Optional<AttributeValue> value) {
    value.ifPresentOrElse(there -> present.put(name, there), () -> absent.add(name));
    return this;
  }

  Draft remove(String... names) {
    absent.addAll(List.of(names));
    return this;
  }

  /** Returns a whole item under this key. */
  Map<String, AttributeValue> item(Map<String, AttributeValue> key) {
    Map<String, AttributeValue> item = new LinkedHashMap<>(key);
    item.putAll(present);
    return item;
  }

  /** Returns an update expression, in which {@code :new_name} is the value of {@code #name}. */
  String expression() {
    return Stream.of(
            clause("SET ", present.keySet().stream().map(name -> "#" + name + " = :new_" + name)),
            clause(" REMOVE ", absent.stream().map(name -> "#" + name)))
        .collect(Collectors.joining());
  }

  /** Returns the values of {@link #expression}. */
  Map<String, AttributeValue> values() {
    Map<String, AttributeValue> values = new LinkedHashMap<>();
    present.forEach((name, value) -> values.put(":new_" + name, value));
    return values;
  }

  private static String clause(String verb, Stream<String> parts) {
    String joined = parts.collect(Collectors.joining(", "));
    return joined.isEmpty() ? "" : verb + joined;
  }
}
