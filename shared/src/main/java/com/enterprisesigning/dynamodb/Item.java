package com.enterprisesigning.dynamodb;

import com.enterprisesigning.store.Gzip;
import com.enterprisesigning.store.KeptCompletion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item as read. A required attribute that is missing is reported by name, never by value. */
record Item(Map<String, AttributeValue> attributes) implements KeptCompletion.Source {

  @Override
  public String toString() {
    return "Item" + attributes.keySet();
  }

  @Override
  public boolean has(String name) {
    return attributes.containsKey(name);
  }

  @Override
  public String text(String name) {
    return required(name, AttributeValue::s);
  }

  @Override
  public Optional<String> optionalText(String name) {
    return optional(name, AttributeValue::s);
  }

  UUID uuid(String name) {
    return UUID.fromString(text(name));
  }

  /** Returns the participant whose item this is, according to its key. */
  UUID participant() {
    return UUID.fromString(text(Keys.PARTITION).substring(Keys.PARTICIPANT.length()));
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

  @Override
  public <T> T unpacked(String name, Function<byte[], T> unpack) {
    return unpack.apply(required(name, value -> value.b().asByteArray()));
  }

  /** Returns a text that was compressed by {@link Values#compressed}. */
  String compressedText(String name) {
    return unpacked(name, Gzip::text);
  }

  Optional<String> optionalCompressedText(String name) {
    return optional(name, value -> Gzip.text(value.b().asByteArray()));
  }

  @Override
  public Item object(String name) {
    return new Item(required(name, AttributeValue::m));
  }

  @Override
  public List<Integer> numbers(String name) {
    return list(name).stream().map(number -> Integer.valueOf(number.n())).toList();
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
