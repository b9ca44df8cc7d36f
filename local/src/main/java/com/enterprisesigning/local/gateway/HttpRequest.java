package com.enterprisesigning.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as it arrived.
 *
 * @param headers names in lower case
 * @param sourceIp the address of the connection, which no header can change
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HttpRequest(
    String method,
    URI uri,
    String protocol,
    Map<String, List<String>> headers,
    String sourceIp,
    byte[] body) {

  static HttpRequest of(HttpExchange exchange, byte[] body) {
    Map<String, List<String>> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    return new HttpRequest(
        exchange.getRequestMethod(),
        exchange.getRequestURI(),
        exchange.getProtocol(),
        headers,
        exchange.getRemoteAddress().getAddress().getHostAddress(),
        body);
  }

  /** Returns the header's values, joined by commas as API Gateway does. */
  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).map(values -> String.join(",", values));
  }
}
