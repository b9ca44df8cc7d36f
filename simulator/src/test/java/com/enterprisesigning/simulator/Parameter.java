package com.enterprisesigning.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** One parameter of a request, changed as a table row says. */
final class Parameter {
  private Parameter() {}

  /**
   * Changes a body.
   *
   * @param path such as {@code requirement.mrtd}; missing objects on the way are created
   * @param value {@code absent}, {@code base64 of 1500} or {@code text of 512} characters, or JSON
   */
  static ObjectNode set(ObjectNode body, String path, String value) throws Exception {
    String[] names = path.split("\\.", 2);
    ObjectNode object = names.length == 1 ? body : body.withObjectProperty(names[0]);
    String name = names[names.length - 1];
    if (value.equals("absent")) {
      object.remove(name);
    } else {
      object.set(name, json(value));
    }
    return body;
  }

  private static JsonNode json(String value) throws Exception {
    String[] words = value.split(" of ", 2);
    return switch (words[0]) {
      case "base64" -> TextNode.valueOf("QUFB".repeat(Integer.parseInt(words[1]) / 4));
      case "text" -> TextNode.valueOf("a".repeat(Integer.parseInt(words[1])));
      default -> Bench.json(value);
    };
  }
}
