package com.enterprisesigning.local.gateway;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.enterprisesigning.local.lambda.HandlerSource;
import com.enterprisesigning.local.lambda.Invocation;
import com.enterprisesigning.local.lambda.LocalFunction;
import com.enterprisesigning.local.template.FunctionDefinition;
import com.enterprisesigning.local.template.Route;
import com.enterprisesigning.local.web.Answer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

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

  /**
   * @param functions the functions whose routes are served
   * @param handlers where the functions' classes come from
   * @throws IllegalArgumentException if the template names a handler that does not exist
   */
  public Gateway(
      List<FunctionDefinition> functions,
      HandlerSource handlers,
      Authorizer authorizer,
      Clock clock) {
    this.authorizer = authorizer;
    this.clock = clock;
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
    answer(exchange, requestId).with("Apigw-Requestid", requestId).send(exchange);
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
