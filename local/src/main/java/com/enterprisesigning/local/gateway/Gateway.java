package com.enterprisesigning.local.gateway;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.enterprisesigning.local.console.AnsweredCall;
import com.enterprisesigning.local.lambda.HandlerSource;
import com.enterprisesigning.local.lambda.Invocation;
import com.enterprisesigning.local.lambda.LocalFunction;
import com.enterprisesigning.local.template.FunctionDefinition;
import com.enterprisesigning.local.template.Route;
import com.enterprisesigning.local.web.Answer;
import com.enterprisesigning.local.web.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The HTTP API: serves exactly the template's routes, behind the JWT authorizer. It does not
 * throttle. Its own errors have API Gateway's form; they are not problem documents.
 */
public final class Gateway implements HttpHandler {
  /** The largest request that an HTTP API accepts. */
  private static final int MAX_BODY_BYTES = 10 * 1024 * 1024;

  /** The longest that an HTTP API waits for an integration. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Map<Route, LocalFunction<?, ?>> routes =
      new TreeMap<>(Comparator.comparing(Route::isExact).reversed().thenComparing(Route::key));
  private final Authorizer authorizer;
  private final Clock clock;
  private final Consumer<AnsweredCall> calls;

  /**
   * @param functions the functions whose routes are served
   * @param handlers where the functions' classes come from
   * @param calls is told of each call that was answered
   * @throws IllegalArgumentException if the template names a handler that does not exist
   */
  public Gateway(
      List<FunctionDefinition> functions,
      HandlerSource handlers,
      Authorizer authorizer,
      Clock clock,
      Consumer<AnsweredCall> calls) {
    this.authorizer = authorizer;
    this.clock = clock;
    this.calls = calls;
    for (FunctionDefinition function : functions) {
      LocalFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> local =
          new LocalFunction<>(
              function,
              handlers.handler(function.handler()),
              APIGatewayV2HTTPEvent.class,
              APIGatewayV2HTTPResponse.class,
              clock);
      function.routes().forEach(route -> routes.put(route, local));
    }
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String requestId = UUID.randomUUID().toString();
    Instant from = clock.instant();
    Answer answer = answer(exchange, requestId);
    calls.accept(
        new AnsweredCall(
            from,
            exchange.getRequestMethod(),
            exchange.getRequestURI().getRawPath(),
            answer.status(),
            reason(answer),
            Duration.between(from, clock.instant())));
    answer.with("Apigw-Requestid", requestId).send(exchange);
  }

  /** Returns the reason code of a problem, or the gateway's own message; empty for any other. */
  private static String reason(Answer answer) {
    JsonNode body =
        Optional.of(answer)
            .filter(it -> it.status() >= 400)
            .flatMap(it -> Json.object(it.body()))
            .orElseGet(Json::object);
    return body.at("/reason/code").asText(body.path("message").asText());
  }

  private Answer answer(HttpExchange exchange, String requestId) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    for (Map.Entry<Route, LocalFunction<?, ?>> entry : routes.entrySet()) {
      Optional<Map<String, String>> parameters =
          entry.getKey().match(exchange.getRequestMethod(), path);
      if (parameters.isPresent()) {
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        return switch (authorizer.authorize(Optional.ofNullable(token))) {
          case Authorizer.Denied(String challenge) ->
              message(401, "Unauthorized").with("WWW-Authenticate", challenge);
          case Authorizer.Allowed(Map<String, String> claims) ->
              call(exchange, entry.getKey(), parameters.get(), claims, requestId, entry.getValue());
        };
      }
    }
    return message(404, "Not Found");
  }

  private Answer call(
      HttpExchange exchange,
      Route route,
      Map<String, String> parameters,
      Map<String, String> claims,
      String requestId,
      LocalFunction<?, ?> function)
      throws IOException {
    byte[] body;
    try (InputStream in = exchange.getRequestBody()) {
      body = in.readNBytes(MAX_BODY_BYTES + 1);
      if (body.length > MAX_BODY_BYTES) {
        // Read the rest too; otherwise the caller sees a broken connection instead of the answer.
        in.transferTo(OutputStream.nullOutputStream());
        return message(413, "Request Entity Too Large");
      }
    }
    String event =
        PayloadV2.event(
            HttpRequest.of(exchange, body), route, parameters, claims, requestId, clock.instant());
    return switch (function.invoke(event, PATIENCE)) {
      case Invocation.Answered(var answer) ->
          PayloadV2.answer(answer).orElseGet(() -> message(500, "Internal Server Error"));
      case Invocation.Failed() -> message(500, "Internal Server Error");
      case Invocation.NoAnswer() -> message(503, "Service Unavailable");
    };
  }

  private static Answer message(int status, String message) {
    return Answer.json(status, "{\"message\":\"" + message + "\"}");
  }
}
