package com.enterprisesigning.local.gateway;

import com.enterprisesigning.local.web.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a function's answer in payload format 2.0. */
final class FunctionAnswer {
  private FunctionAnswer() {}

  /** Reads the answer. Empty if it has no status code: API Gateway then fails the request. */
  static Optional<Answer> read(JsonNode payload) {
    int status = payload.path("statusCode").asInt();
    if (status < 200 || status > 599) {
      return Optional.empty();
    }
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    payload
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), List.of(header.getValue().asText())));
    List<String> cookies = new ArrayList<>();
    payload.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
    if (!cookies.isEmpty()) {
      headers.put("Set-Cookie", cookies);
    }
    byte[] body = body(payload);
    if (body.length > 0) {
      headers.putIfAbsent("Content-Type", List.of("text/plain; charset=utf-8"));
    }
    return Optional.of(new Answer(status, headers, body));
  }

  private static byte[] body(JsonNode payload) {
    String text = payload.path("body").asText("");
    return payload.path("isBase64Encoded").asBoolean()
        ? Base64.getDecoder().decode(text)
        : text.getBytes(StandardCharsets.UTF_8);
  }
}
