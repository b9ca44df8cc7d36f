package com.enterprisesigning.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run tells a run that joins it, at {@code GET /sandbox/join}. It contains no secret: the
 * roots, the client certificate and the token key are read from the secrets endpoint that it names.
 *
 * @param issuer of the tokens that both gateways accept
 * @param settings of the functions, by name
 */
record JoinDocument(String issuer, Map<String, String> settings) {
  static final String PATH = "/sandbox/join";

  JoinDocument {
    settings = Map.copyOf(settings);
  }

  String toJson() {
    ObjectMapper json = new ObjectMapper();
    ObjectNode document = json.createObjectNode();
    document.put("issuer", issuer);
    document.set("settings", json.valueToTree(new TreeMap<>(settings)));
    return document.toString();
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException if the text is anything else
   */
  static JoinDocument parse(String text) {
    try {
      ObjectMapper json = new ObjectMapper();
      var document = json.readTree(text);
      return new JoinDocument(
          document.required("issuer").asText(),
          json.convertValue(document.required("settings"), new TypeReference<>() {}));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "JOIN names something that is not a local run, or is one of another version.", e);
    }
  }
}
