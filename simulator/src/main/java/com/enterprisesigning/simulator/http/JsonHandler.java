package com.enterprisesigning.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Serves an {@link Api} over HTTP: reads requests and writes answers as JSON. */
public final class JsonHandler implements HttpHandler {

  /** Answers requests. */
  @FunctionalInterface
  public interface Api {
    /**
     * Answers one request.
     *
     * @param exchange gives access to the connection, such as the client's certificate
     */
    Answer answer(Request request, HttpExchange exchange);
  }

  private static final System.Logger LOG = System.getLogger(JsonHandler.class.getName());

  private final Api api;
  private final Answer fault;
  private final BodyLimit limit;

  /**
   * Creates a handler.
   *
   * @param fault the answer if the API throws, which is a bug
   */
  public JsonHandler(Api api, Answer fault, BodyLimit limit) {
    this.api = api;
    this.fault = fault;
    this.limit = limit;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    // The reader closes before the exchange: it abandons the body once the answer is sent.
    try (exchange;
        BodyReader reader = new BodyReader(exchange.getRequestBody(), limit)) {
      Optional<byte[]> body = reader.body();
      send(
          body.isPresent() ? answer(request(exchange, body.get()), exchange) : limit.slow(),
          exchange);
    }
  }

  private void send(Answer answer, HttpExchange exchange) throws IOException {
    byte[] body = answer.body().toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(answer.status(), -1);
    } else {
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
      exchange.getResponseBody().flush();
    }
  }

  private Answer answer(Request request, HttpExchange exchange) {
    try {
      return api.answer(request, exchange);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "Simulator bug in " + request, e);
      return fault;
    }
  }

  private static Request request(HttpExchange exchange, byte[] body) {
    String mounted = exchange.getHttpContext().getPath();
    String path = exchange.getRequestURI().getPath();
    return new Request(
        exchange.getRequestMethod(),
        path.substring(mounted.endsWith("/") ? mounted.length() - 1 : mounted.length()),
        Optional.ofNullable(exchange.getRequestURI().getRawQuery()),
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")),
        body);
  }
}
