package com.enterprisesigning.local;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A member of a body, at any depth.
 *
 * @param object where the object with this member is
 */
record Member(JsonPointer object, String name) {

  /** Returns all members of {@code body}, of its objects and of the objects in its arrays. */
  static List<Member> of(JsonNode body) {
    List<Member> members = new ArrayList<>();
    objects(body, JsonPointer.empty())
        .forEach(object ->
            body.at(object).propertyNames().forEach(name -> members.add(new Member(object, name))));
    return members;
  }

  /** Returns where the objects of {@code body} are, the root included. */
  static Stream<JsonPointer> objects(JsonNode body, JsonPointer at) {
    JsonNode node = body.at(at);
    Stream<JsonPointer> below =
        node.isObject()
            ? node.propertyNames().stream().flatMap(name -> objects(body, at.appendProperty(name)))
            : Stream.iterate(0, i -> i < node.size(), i -> i + 1)
                .flatMap(i -> objects(body, at.appendIndex(i)));
    return node.isObject() ? Stream.concat(Stream.of(at), below) : below;
  }

  /** Returns the body with a change made to the object that has this member. */
  JsonNode changed(JsonNode body, BiConsumer<ObjectNode, String> change) {
    JsonNode copy = body.deepCopy();
    change.accept((ObjectNode) copy.at(object), name);
    return copy;
  }

  @Override
  public String toString() {
    return object + "/" + name;
  }
}
