package com.enterprisesigning.local.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which bodies count as a JSON object. */
class JsonTest {

  private static Optional<String> read(String body) {
    return Json.object(body.getBytes(StandardCharsets.UTF_8)).map(Object::toString);
  }

  @Test
  void object_isRead() {
    assertEquals(Optional.of("{\"name\":\"å\"}"), read(" {\"name\": \"å\"}\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "\"text\"", "{} {}", "{\"a\": 1, \"a\": 1}"})
  void anythingElse_isNotAnObject(String body) {
    assertEquals(Optional.empty(), read(body));
  }
}
