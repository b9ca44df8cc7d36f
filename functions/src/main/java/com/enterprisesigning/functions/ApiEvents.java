package com.enterprisesigning.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.enterprisesigning.http.ApiAnswer;
import com.enterprisesigning.http.ApiRequest;
import com.enterprisesigning.http.Caller;
import com.enterprisesigning.signing.Deadline;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Converts API Gateway's HTTP API events, payload format 2.0, to and from the contract's types. */
final class ApiEvents {
  private ApiEvents() {}

  /**
   * Reads an event. Missing parts read as empty, so that a call without a token is refused instead
   * of failing.
   *
   * @param otherwiseRequestId used if the gateway gave the call no id
   */
  static ApiRequest request(
      APIGatewayV2HTTPEvent event, String otherwiseRequestId, Deadline deadline) {
    RequestContext context =
        Objects.requireNonNullElseGet(event.getRequestContext(), RequestContext::new);
    return new ApiRequest(
        Objects.requireNonNullElse(event.getRawPath(), "/"),
        Optional.ofNullable(event.getPathParameters()).map(parameters -> parameters.get("id")),
        query(event),
        lowerCaseNames(event.getHeaders()),
        body(event),
        Optional.ofNullable(context.getHttp()).map(RequestContext.Http::getSourceIp).orElse(""),
        caller(context),
        Objects.requireNonNullElse(context.getRequestId(), otherwiseRequestId),
        deadline);
  }

  static APIGatewayV2HTTPResponse response(ApiAnswer answer) {
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(answer.status())
        .withHeaders(answer.headers())
        .withBody(answer.body().map(ApiEvents::body).orElse(null))
        .withIsBase64Encoded(
            answer.body().filter(ApiAnswer.Body.Bytes.class::isInstance).isPresent())
        .build();
  }

  private static String body(ApiAnswer.Body body) {
    return switch (body) {
      case ApiAnswer.Body.Text(String text) -> text;
      case ApiAnswer.Body.Bytes(byte[] bytes) -> Base64.getEncoder().encodeToString(bytes);
    };
  }

  /** Returns the caller from the claims that the gateway's JWT authorizer has verified. */
  private static Caller caller(RequestContext context) {
    return Optional.ofNullable(context.getAuthorizer())
        .map(Authorizer::getJwt)
        .map(JWT::getClaims)
        .map(Caller::of)
        .orElse(Caller.NOBODY);
  }

  private static Map<String, String> query(APIGatewayV2HTTPEvent event) {
    Map<String, String> query = new HashMap<>();
    Objects.requireNonNullElse(event.getQueryStringParameters(), Map.<String, String>of())
        .forEach((name, value) -> query.put(name, Objects.requireNonNullElse(value, "")));
    return query;
  }

  private static Map<String, String> lowerCaseNames(Map<String, String> headers) {
    Map<String, String> lowerCase = new HashMap<>();
    Objects.requireNonNullElse(headers, Map.<String, String>of())
        .forEach((name, value) ->
            lowerCase.put(name.toLowerCase(Locale.ROOT), Objects.requireNonNullElse(value, "")));
    return lowerCase;
  }

  private static byte[] body(APIGatewayV2HTTPEvent event) {
    byte[] body = utf8(Objects.requireNonNullElse(event.getBody(), ""));
    return event.getIsBase64Encoded() ? decoded(body) : body;
  }

  /**
   * Encodes text as UTF-8. Half a surrogate pair becomes U+FFFD, which the contract refuses. {@link
   * String#getBytes} would turn it into a question mark, and the person would sign a text that the
   * caller did not send.
   */
  private static byte[] utf8(String text) {
    try {
      ByteBuffer bytes =
          UTF_8
              .newEncoder()
              .onMalformedInput(CodingErrorAction.REPLACE)
              .replaceWith("\uFFFD".getBytes(UTF_8))
              .encode(CharBuffer.wrap(text));
      byte[] exactly = new byte[bytes.remaining()];
      bytes.get(exactly);
      return exactly;
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("malformed text was replaced before", e);
    }
  }

  /**
   * Decodes base64. A body that is not valid base64 did not come from API Gateway. It is passed on
   * unchanged and rejected as malformed JSON.
   */
  private static byte[] decoded(byte[] body) {
    try {
      return Base64.getDecoder().decode(body);
    } catch (IllegalArgumentException e) {
      return body;
    }
  }
}
