package com.enterprisesigning.local.partner;

import com.enterprisesigning.local.web.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * A request from the page: a JSON object sent by POST, with the session's cookie. A page of another
 * origin cannot send that content type without a preflight, which this server does not answer.
 */
final class PartnerRequest {
  /** Room for the API's longest text, even if it is escaped. */
  private static final int MAX_BYTES = 256 * 1024;

  private final String session;
  private final JsonNode body;

  private PartnerRequest(String session, JsonNode body) {
    this.session = session;
    this.body = body;
  }

  /**
   * Reads a request.
   *
   * @param cookie the name of the cookie that holds the session
   * @throws PartnerRefusal if it is not a request that the page sends
   */
  static PartnerRequest read(HttpExchange exchange, String cookie) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      throw new PartnerRefusal(405, "Send a POST.");
    }
    String mediaType = header(exchange, "Content-Type").split(";", 2)[0].strip();
    if (!mediaType.equalsIgnoreCase("application/json")) {
      throw new PartnerRefusal(415, "Send Content-Type: application/json.");
    }
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      // Read the rest too; otherwise the caller sees a broken connection instead of the answer.
      exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
      throw new PartnerRefusal(413, "The body is longer than " + MAX_BYTES + " bytes.");
    }
    return Json.object(body)
        .map(object -> new PartnerRequest(session(exchange, cookie), object))
        .orElseThrow(() -> new PartnerRefusal(400, "The body is not a JSON object."));
  }

  /** Returns the cookie's value; empty if there is no cookie. */
  String session() {
    return session;
  }

  String text(String name) {
    return optionalText(name)
        .orElseThrow(() -> new PartnerRefusal(400, "The body must have " + name + ", a string."));
  }

  Optional<String> optionalText(String name) {
    return Optional.ofNullable(body.path(name).textValue());
  }

  boolean flag(String name) {
    return body.path(name).asBoolean();
  }

  private static String session(HttpExchange exchange, String cookie) {
    return Arrays.stream(header(exchange, "Cookie").split(";", -1))
        .map(String::strip)
        .filter(pair -> pair.startsWith(cookie + "="))
        .map(pair -> pair.substring(cookie.length() + 1))
        .findFirst()
        .orElse("");
  }

  private static String header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
  }
}
