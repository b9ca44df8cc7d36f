package com.enterprisesigning.local.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An HTTP answer, held whole in memory.
 *
 * @param headers the values of each header, by name
 * @param body empty if the answer has none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Answer(int status, Map<String, List<String>> headers, byte[] body) {
  private static final int NO_BODY = -1;

  public static Answer of(int status, String contentType, String body) {
    return new Answer(
        status,
        Map.of("Content-Type", List.of(contentType)),
        body.getBytes(StandardCharsets.UTF_8));
  }

  public static Answer json(int status, String body) {
    return of(status, "application/json", body);
  }

  /** Returns the answer to any method other than GET and HEAD on a read-only path. */
  public static Answer onlyGet() {
    return json(405, "{\"message\":\"Send a GET.\"}").with("Allow", "GET, HEAD");
  }

  /** Returns the same answer with this header added or replaced. */
  public Answer with(String name, String value) {
    Map<String, List<String>> more = new TreeMap<>(headers);
    more.put(name, List.of(value));
    return new Answer(status, more, body);
  }

  /**
   * Sends this answer and ends the exchange.
   *
   * @throws IOException if the caller has disconnected
   */
  public void send(HttpExchange exchange) throws IOException {
    try (exchange) {
      headers.forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
      boolean bodiless = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(status, bodiless ? NO_BODY : body.length);
      if (!bodiless) {
        exchange.getResponseBody().write(body);
      }
    }
  }
}
