package com.enterprisesigning.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The members of one JSON object, read one by one in the order of the contract. Errors are
 * collected and reading continues; {@link #noOthers} then reports the members that were never read.
 */
final class RequestBody {
  private static final int SHOWN_NAME = 40;

  private final ObjectNode node;
  private final String prefix;
  private final Violations violations;
  private final Set<String> asked = new HashSet<>();

  private RequestBody(ObjectNode node, String prefix, Violations violations) {
    this.node = node;
    this.prefix = prefix;
    this.violations = violations;
  }

  static RequestBody of(ObjectNode body, Violations violations) {
    return new RequestBody(body, "", violations);
  }

  /** Reads a member that may be absent. */
  <T> Optional<T> optional(String name, Form<T> form) {
    return member(name).flatMap(value -> read(prefix + name, value, form));
  }

  /** Reads a required member; empty only if a violation was found. */
  <T> Optional<T> required(String name, Form<T> form) {
    return required(name, form, "is required");
  }

  /**
   * Reads a required member.
   *
   * @param whenMissing the problem to report if it is absent
   */
  <T> Optional<T> required(String name, Form<T> form, String whenMissing) {
    if (!node.has(name)) {
      violations.add(prefix + name, whenMissing);
    }
    return optional(name, form);
  }

  /** Reads an object that may be absent. */
  Optional<RequestBody> optionalObject(String name) {
    return member(name).flatMap(value -> object(prefix + name, value));
  }

  /** Reads a required array of {@code min} to {@code max} objects. */
  List<RequestBody> requiredObjects(String name, int min, int max) {
    if (!node.has(name)) {
      violations.add(prefix + name, "is required");
    }
    List<RequestBody> objects = new ArrayList<>();
    List<JsonNode> items = items(name, min, max);
    for (int i = 0; i < items.size(); i++) {
      object(prefix + name + "[" + i + "]", items.get(i)).ifPresent(objects::add);
    }
    return objects;
  }

  /** Reads an array of {@code min} to {@code max} values of one form; empty if it is absent. */
  <T> List<T> optionalList(String name, int min, int max, Form<T> form) {
    List<T> values = new ArrayList<>();
    List<JsonNode> items = items(name, min, max);
    for (int i = 0; i < items.size(); i++) {
      read(prefix + name + "[" + i + "]", items.get(i), form).ifPresent(values::add);
    }
    return values;
  }

  boolean isEmpty() {
    return node.isEmpty();
  }

  /** Adds a violation of the member {@code name}. */
  void refuse(String name, String problem) {
    violations.add(prefix + name, problem);
  }

  /** Reports every member that was not read: the contract refuses unknown members. */
  void noOthers() {
    node.fieldNames()
        .forEachRemaining(name -> {
          if (!asked.contains(name)) {
            violations.add(prefix + shown(name), "is not a known member");
          }
        });
  }

  private Optional<JsonNode> member(String name) {
    asked.add(name);
    return Optional.ofNullable(node.get(name));
  }

  private <T> Optional<T> read(String path, JsonNode value, Form<T> form) {
    Optional<T> read = form.read().apply(value);
    if (read.isEmpty()) {
      violations.add(path, "must be " + form.expected());
    }
    return read;
  }

  private Optional<RequestBody> object(String path, JsonNode value) {
    if (value instanceof ObjectNode object) {
      return Optional.of(new RequestBody(object, path + ".", violations));
    }
    violations.add(path, "must be an object");
    return Optional.empty();
  }

  private List<JsonNode> items(String name, int min, int max) {
    Optional<JsonNode> value = member(name);
    if (value.isEmpty()) {
      return List.of();
    }
    JsonNode array = value.get();
    if (!array.isArray() || array.size() < min || array.size() > max) {
      violations.add(prefix + name, "must be an array of " + min + " to " + max);
      return List.of();
    }
    List<JsonNode> items = new ArrayList<>();
    array.forEach(items::add);
    return items;
  }

  /** Shortens a name that the caller chose, and replaces all but harmless characters. */
  private static String shown(String name) {
    String clean = name.replaceAll("[^A-Za-z0-9_.\\-]", "?");
    return clean.length() <= SHOWN_NAME ? clean : clean.substring(0, SHOWN_NAME) + "...";
  }
}
