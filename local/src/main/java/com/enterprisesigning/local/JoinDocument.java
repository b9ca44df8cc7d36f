package com.enterprisesigning.local;

import com.enterprisesigning.local.web.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What another run needs in order to join this one, served at {@code GET /sandbox/join}. It
 * contains no secret: the joining run reads the roots, the client certificate and the token key
 * from the secrets endpoint that the settings name.
 *
 * @param issuer issues the tokens that both gateways accept
 * @param settings the functions' settings, by name
 */
record JoinDocument(String issuer, Map<String, String> settings) {
  static final String PATH = "/sandbox/join";

  JoinDocument {
    settings = Map.copyOf(settings);
  }

  String toJson() {
    ObjectNode document = Json.object().put("issuer", issuer);
    ObjectNode sorted = document.putObject("settings");
    new TreeMap<>(settings).forEach(sorted::put);
    return document.toString();
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException if the text is anything else
   */
  static JoinDocument parse(String text) {
    try {
      JsonNode document = Json.read(text);
      Map<String, String> settings = new HashMap<>();
      document
          .required("settings")
          .properties()
          .forEach(setting -> settings.put(setting.getKey(), setting.getValue().asText()));
      return new JoinDocument(document.required("issuer").asText(), settings);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "JOIN names something that is not a local run, or is one of another version.", e);
    }
  }
}
