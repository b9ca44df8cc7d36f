package com.enterprisesigning.simulator.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Puts a handler of values on a socket. */
public final class JsonHandler implements HttpHandler {

  /** Answers a request. */
  @FunctionalInterface
  public interface Api {
    /**
     * Answers.
     *
     * @param exchange for what only the socket knows, such as the client's certificate
     */
    Answer answer(Request request, HttpExchange exchange);
  }

  private static final System.Logger LOG = System.getLogger(JsonHandler.class.getName());

  /** Bytes. Who sends more sees the connection closed. */
  private static final long MOST_THROWN_AWAY = 16L << 20;

  private final Api api;
  private final Answer onFault;
  private final int bodyLimit;
  private final ObjectMapper mapper;

  /**
   * Makes a handler.
   *
   * @param onFault what is answered where {@code api} throws, which is a bug; it is logged
   * @param bodyLimit bytes; of a longer body one byte more is read, so that the api can refuse it
   */
  public JsonHandler(Api api, Answer onFault, int bodyLimit, ObjectMapper mapper) {
    this.api = api;
    this.onFault = onFault;
    this.bodyLimit = bodyLimit;
    this.mapper = mapper;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answer(request(exchange), exchange);
      byte[] body = mapper.writeValueAsBytes(answer.body());
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.sendResponseHeaders(answer.status(), -1);
      } else {
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }

  private Answer answer(Request request, HttpExchange exchange) {
    try {
      return api.answer(request, exchange);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "A bug of the simulator in " + request, e);
      return onFault;
    }
  }

  private Request request(HttpExchange exchange) throws IOException {
    String mounted = exchange.getHttpContext().getPath();
    String path = exchange.getRequestURI().getPath();
    return new Request(
        exchange.getRequestMethod(),
        path.substring(mounted.endsWith("/") ? mounted.length() - 1 : mounted.length()),
        Optional.ofNullable(exchange.getRequestURI().getRawQuery()),
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")),
        body(exchange.getRequestBody()));
  }

  /** A connection that is closed on a body half read loses the answer: the rest is thrown away. */
  private byte[] body(InputStream sent) throws IOException {
    byte[] body = sent.readNBytes(bodyLimit + 1);
    byte[] rest = new byte[8192];
    int read = body.length > bodyLimit ? 0 : -1;
    for (long thrown = 0; read >= 0 && thrown < MOST_THROWN_AWAY; thrown += read) {
      read = sent.read(rest);
    }
    return body;
  }
}
