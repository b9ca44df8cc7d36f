package com.enterprisesigning.dynamodb;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item as read. A required attribute that is missing is reported by name, never by value. */
record Item(Map<String, AttributeValue> attributes) {

  @Override
  public String toString() {
    return "Item" + attributes.keySet();
  }

  boolean has(String name) {
    return attributes.containsKey(name);
  }

  String text(String name) {
    return required(name, AttributeValue::s);
  }

  Optional<String> optionalText(String name) {
    return optional(name, AttributeValue::s);
  }

  UUID uuid(String name) {
    return UUID.fromString(text(name));
  }

  Optional<UUID> optionalUuid(String name) {
    return optionalText(name).map(UUID::fromString);
  }

  Instant time(String name) {
    return Instant.ofEpochMilli(number(name));
  }

  Optional<Instant> optionalTime(String name) {
    return optional(name, value -> Instant.ofEpochMilli(Long.parseLong(value.n())));
  }

  long number(String name) {
    return Long.parseLong(required(name, AttributeValue::n));
  }

  Optional<Boolean> optionalFlag(String name) {
    return optional(name, AttributeValue::bool);
  }

  boolean flag(String name) {
    return optionalFlag(name).orElse(false);
  }

  byte[] bytes(String name) {
    return required(name, value -> value.b().asByteArray());
  }

  Optional<byte[]> optionalBytes(String name) {
    return optional(name, value -> value.b().asByteArray());
  }

  List<AttributeValue> list(String name) {
    return optional(name, AttributeValue::l).orElse(List.of());
  }

  private <T> T required(String name, Function<AttributeValue, T> read) {
    return optional(name, read)
        .orElseThrow(() -> new IllegalStateException("the item has no attribute " + name));
  }

  private <T> Optional<T> optional(String name, Function<AttributeValue, T> read) {
    return Optional.ofNullable(attributes.get(name)).map(read);
  }
}
