package com.enterprisesigning.local.gateway;

import com.enterprisesigning.local.template.Route;
import com.enterprisesigning.local.web.Answer;
import com.enterprisesigning.local.web.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Payload format 2.0: the event that an HTTP API creates from a request, and how it reads the
 * function's answer.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">API
 *     Gateway's developer guide</a>
 */
public final class PayloadV2 {
  private static final Pattern TEXT =
      Pattern.compile("(text/.*|application/(json|xml|javascript|.+\\+json|.+\\+xml))");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private PayloadV2() {}

  /**
   * Creates the event.
   *
   * @param claims the token's claims; empty for a route without an authorizer
   * @return the event as JSON
   */
  public static String event(
      HttpRequest request,
      Route route,
      Map<String, String> pathParameters,
      Map<String, String> claims,
      String requestId,
      Instant now) {
    ObjectNode event = Json.object();
    event.put("version", "2.0").put("routeKey", route.key());
    event.put("rawPath", request.uri().getPath());
    String query = request.uri().getRawQuery();
    event.put("rawQueryString", query == null ? "" : query);
    request.headers().forEach((name, values) -> putHeader(event, name, request));
    event.withObject("/headers").put("x-forwarded-for", forwardedFor(request));
    event.withObject("/headers").put("x-forwarded-proto", "http");
    putEach(event, "queryStringParameters", query == null ? Map.of() : parameters(query));
    putEach(event, "pathParameters", pathParameters);
    event.set("requestContext", context(request, route, claims, requestId, now));
    putBody(event, request);
    return event.toString();
  }

  private static void putHeader(ObjectNode event, String name, HttpRequest request) {
    if (name.equals("cookie")) {
      var cookies = event.putArray("cookies");
      Arrays.stream(String.join(";", request.headers().get(name)).split(";", -1))
          .forEach(cookie -> cookies.add(cookie.strip()));
    } else {
      event.withObject("/headers").put(name, request.header(name).orElse(""));
    }
  }

  private static String forwardedFor(HttpRequest request) {
    return request
        .header("x-forwarded-for")
        .map(given -> given + ", " + request.sourceIp())
        .orElse(request.sourceIp());
  }

  private static void putEach(ObjectNode event, String name, Map<String, String> values) {
    if (!values.isEmpty()) {
      ObjectNode node = event.putObject(name);
      values.forEach(node::put);
    }
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new TreeMap<>();
    for (String pair : query.split("&", -1)) {
      String[] nameAndValue = pair.split("=", 2);
      parameters.merge(
          decode(nameAndValue[0]),
          nameAndValue.length == 1 ? "" : decode(nameAndValue[1]),
          (first, second) -> first + "," + second);
    }
    return parameters;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static ObjectNode context(
      HttpRequest request, Route route, Map<String, String> claims, String requestId, Instant now) {
    ObjectNode context = Json.object();
    context.put("accountId", "000000000000").put("apiId", "local");
    context.put("domainName", request.header("host").orElse("localhost"));
    context.put("domainPrefix", "local");
    context.put("requestId", requestId).put("routeKey", route.key()).put("stage", "$default");
    context.put("time", TIME.format(now)).put("timeEpoch", now.toEpochMilli());
    ObjectNode http = context.putObject("http");
    http.put("method", request.method()).put("path", request.uri().getPath());
    http.put("protocol", request.protocol()).put("sourceIp", request.sourceIp());
    http.put("userAgent", request.header("user-agent").orElse(""));
    if (!claims.isEmpty()) {
      ObjectNode jwt = context.putObject("authorizer").putObject("jwt");
      ObjectNode members = jwt.putObject("claims");
      claims.forEach(members::put);
      jwt.putNull("scopes");
    }
    return context;
  }

  private static void putBody(ObjectNode event, HttpRequest request) {
    String type = request.header("content-type").orElse("text/plain");
    boolean text = TEXT.matcher(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)).matches();
    event.put("isBase64Encoded", !text && request.body().length > 0);
    if (request.body().length > 0) {
      event.put(
          "body",
          text
              ? new String(request.body(), StandardCharsets.UTF_8)
              : Base64.getEncoder().encodeToString(request.body()));
    }
  }

  /**
   * Reads a function's answer. Returns empty if it has no status code; API Gateway then fails the
   * request.
   */
  static Optional<Answer> answer(JsonNode payload) {
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
