package com.enterprisesigning.sqs;

import com.enterprisesigning.store.KeptCompletion;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * The members of a JSON object. Unknown members are ignored; a missing or malformed one is reported
 * by name.
 */
record MessageBody(JsonNode node) implements KeptCompletion.Source {
  private static final JsonMapper JSON = new JsonMapper();

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static String write(ObjectNode object) {
    try {
      return JSON.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("JSON built here could not be written", e);
    }
  }

  /** Parses an object. The parser's own message is dropped, because it may quote the text. */
  static MessageBody read(String text) {
    try {
      return Optional.of(JSON.readTree(text))
          .filter(JsonNode::isObject)
          .map(MessageBody::new)
          .orElseThrow(() -> new UnreadableMessage("The message is not a JSON object"));
    } catch (JsonProcessingException e) {
      throw new UnreadableMessage("The message is not JSON");
    }
  }

  @Override
  public boolean has(String name) {
    return node.has(name);
  }

  int number(String name) {
    return required(name, Optional.of(node.path(name)).filter(JsonNode::isInt)).intValue();
  }

  @Override
  public List<Integer> numbers(String name) {
    return StreamSupport.stream(node.path(name).spliterator(), false)
        .map(JsonNode::intValue)
        .toList();
  }

  @Override
  public String text(String name) {
    return required(name, optionalText(name));
  }

  @Override
  public Optional<String> optionalText(String name) {
    return Optional.ofNullable(node.path(name).textValue());
  }

  @Override
  public MessageBody object(String name) {
    return new MessageBody(required(name, Optional.of(node.path(name)).filter(JsonNode::isObject)));
  }

  /** Unpacks bytes, which JSON carries as base64. */
  @Override
  public <T> T unpacked(String name, Function<byte[], T> unpack) {
    try {
      return unpack.apply(required(name, Optional.ofNullable(node.path(name).binaryValue())));
    } catch (UncheckedIOException e) {
      throw packedWrongly(name);
    } catch (IOException e) {
      throw amiss(name);
    }
  }

  <T> T value(String name, Function<String, T> read) {
    return required(name, optionalValue(name, read));
  }

  <T> Optional<T> optionalValue(String name, Function<String, T> read) {
    try {
      return optionalText(name).map(read);
    } catch (
        RuntimeException e) { // a value's constructor may throw anything, and may quote the value
      throw amiss(name);
    }
  }

  private static <T> T required(String name, Optional<T> value) {
    return value.orElseThrow(() -> amiss(name));
  }

  static UnreadableMessage packedWrongly(String name) {
    return new UnreadableMessage("The message's member " + name + " cannot be unpacked");
  }

  private static UnreadableMessage amiss(String name) {
    return new UnreadableMessage("The message's member " + name + " is missing or malformed");
  }

  @Override
  public String toString() {
    return "MessageBody[secret]";
  }
}
