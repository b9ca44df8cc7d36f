package com.enterprisesigning.http;

import com.enterprisesigning.signing.Reason;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The members of a JSON object in a request, read one by one in the order of the contract. An error
 * is added to the violations and reading continues, so that a caller can fix all errors in one go.
 * Violations name members, never their values.
 */
class Members {
  private static final int SHOWN_NAME = 40;

  /** More than a well-meant request has. The limit keeps the answer to a hostile request short. */
  private static final int SHOWN_VIOLATIONS = 50;

  private final ObjectNode node;
  private final String prefix;
  private final List<String> violations;
  private final Set<String> asked = new HashSet<>();

  /** Starts to read the outermost object. */
  Members(ObjectNode node) {
    this(node, "", new ArrayList<>());
  }

  private Members(ObjectNode node, String prefix, List<String> violations) {
    this.node = node;
    this.prefix = prefix;
    this.violations = violations;
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
      refuse(name, whenMissing);
    }
    return optional(name, form);
  }

  /** Reads an object that may be absent. */
  Optional<Members> optionalObject(String name) {
    return member(name).flatMap(value -> object(prefix + name, value));
  }

  /** Reads a required array of {@code min} to {@code max} objects. */
  List<Members> requiredObjects(String name, int min, int max) {
    if (!node.has(name)) {
      refuse(name, "is required");
    }
    List<Members> objects = new ArrayList<>();
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

  /** Adds a violation of the member {@code name}. */
  void refuse(String name, String problem) {
    violations.add(prefix + name + ": " + problem);
  }

  /** Reports every member that was not read: the contract refuses unknown members. */
  void noOthers() {
    node.fieldNames()
        .forEachRemaining(name -> {
          if (!asked.contains(name)) {
            refuse(shown(name), "is not a known member");
          }
        });
  }

  /**
   * Ends the call if anything is wrong in the outermost object or in one within it.
   *
   * @throws RequestRefused if there is at least one violation
   */
  void refuseViolations() throws RequestRefused {
    if (violations.isEmpty()) {
      return;
    }
    String shown = violations.stream().limit(SHOWN_VIOLATIONS).collect(Collectors.joining("; "));
    int more = violations.size() - SHOWN_VIOLATIONS;
    throw new RequestRefused(
        Reason.INVALID_REQUEST, more > 0 ? shown + "; and " + more + " more" : shown);
  }

  private Optional<JsonNode> member(String name) {
    asked.add(name);
    return Optional.ofNullable(node.get(name));
  }

  private <T> Optional<T> read(String path, JsonNode value, Form<T> form) {
    Optional<T> read = form.read().apply(value);
    if (read.isEmpty()) {
      violations.add(path + ": " + form.problem(value));
    }
    return read;
  }

  private Optional<Members> object(String path, JsonNode value) {
    if (value instanceof ObjectNode object) {
      return Optional.of(new Members(object, path + ".", violations));
    }
    violations.add(path + ": must be an object");
    return Optional.empty();
  }

  private List<JsonNode> items(String name, int min, int max) {
    Optional<JsonNode> value = member(name);
    if (value.isEmpty()) {
      return List.of();
    }
    JsonNode array = value.get();
    if (!array.isArray() || array.size() < min || array.size() > max) {
      refuse(name, "must be an array of " + min + " to " + max);
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
