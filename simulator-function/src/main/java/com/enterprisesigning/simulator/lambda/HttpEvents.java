package com.enterprisesigning.simulator.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.enterprisesigning.simulator.http.Answer;
import com.enterprisesigning.simulator.http.Request;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Converts the events of a function URL to requests, and answers to its responses (payload format
 * 2.0).
 */
final class HttpEvents {
  private HttpEvents() {}

  static String method(APIGatewayV2HTTPEvent event) {
    return event.getRequestContext().getHttp().getMethod();
  }

  /**
   * Reads a request.
   *
   * @param path the part of the event's path below the secret
   */
  static Request request(APIGatewayV2HTTPEvent event, String path) {
    return new Request(
        method(event),
        path,
        Optional.ofNullable(event.getRawQueryString()).filter(query -> !query.isEmpty()),
        contentType(event),
        body(event));
  }

  /** Returns the content type. Function URLs send header names in lower case. */
  private static Optional<String> contentType(APIGatewayV2HTTPEvent event) {
    return Optional.ofNullable(event.getHeaders()).map(headers -> headers.get("content-type"));
  }

  private static byte[] body(APIGatewayV2HTTPEvent event) {
    byte[] body = Optional.ofNullable(event.getBody()).orElse("").getBytes(UTF_8);
    return event.getIsBase64Encoded() ? decoded(body) : body;
  }

  /**
   * Decodes base64. A body that is not valid base64 did not come from a function URL. It is passed
   * on unchanged and refused as malformed JSON.
   */
  private static byte[] decoded(byte[] body) {
    try {
      return Base64.getDecoder().decode(body);
    } catch (IllegalArgumentException e) {
      return body;
    }
  }

  /** Returns the response. JSON is text, so it is not sent as base64. */
  static APIGatewayV2HTTPResponse response(Answer answer) {
    Map<String, String> headers = new HashMap<>(answer.headers());
    headers.put("Content-Type", "application/json");
    headers.put("Cache-Control", "no-store");
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(answer.status())
        .withHeaders(headers)
        .withBody(answer.body().toString())
        .withIsBase64Encoded(false)
        .build();
  }
}
