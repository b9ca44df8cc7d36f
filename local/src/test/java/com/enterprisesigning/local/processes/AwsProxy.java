package com.enterprisesigning.local.processes;

import com.enterprisesigning.local.web.LoopbackServer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy in front of an AWS service. It records the requests, and can cut its connections. */
public final class AwsProxy implements AutoCloseable {
  private static final List<String> PASSED_ON =
      List.of("X-Amz-Target", "Content-Type", "Authorization", "X-Amz-Date");

  /**
   * A request.
   *
   * @param operation such as {@code GetItem}
   * @param token of the session whose credentials signed it
   */
  public record Asked(String operation, String body, Optional<String> token) {}

  private final URI service;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private LoopbackServer server;

  /** Starts a proxy. */
  public AwsProxy(URI service) throws IOException {
    this.service = service;
    this.server = listen(0);
  }

  public String url() {
    return server.url().toString();
  }

  /** Returns the requests since the last call of this method. */
  public List<Asked> asked() {
    List<Asked> since = List.copyOf(asked);
    asked.clear();
    return since;
  }

  /** Ends every connection, as a freeze of unknown length does. New connections are accepted. */
  void cutConnections() throws IOException {
    int port = server.port();
    server.close();
    server = listen(port);
  }

  private LoopbackServer listen(int port) throws IOException {
    LoopbackServer listening = LoopbackServer.bind(port, "a service of AWS's");
    listening.mount("/", this::passOn);
    listening.start();
    return listening;
  }

  private void passOn(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    asked.add(
        new Asked(
            target.substring(target.indexOf('.') + 1),
            new String(body, StandardCharsets.UTF_8),
            Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Security-Token"))));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service.resolve("/")).POST(BodyPublishers.ofByteArray(body));
    for (String name : PASSED_ON) {
      String value = exchange.getRequestHeaders().getFirst(name);
      if (value != null) {
        request.header(name, value);
      }
    }
    try {
      HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
      answer
          .headers()
          .firstValue("Content-Type")
          .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
      answer
          .headers()
          .firstValue("x-amz-crc32")
          .ifPresent(sum -> exchange.getResponseHeaders().set("x-amz-crc32", sum));
      // RFC 9112 section 9.6: a server that closes the connection should say so. The JDK's server
      // does not.
      if ("close".equals(exchange.getRequestHeaders().getFirst("Connection"))) {
        exchange.getResponseHeaders().set("Connection", "close");
      }
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
      exchange.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }

  @Override
  public void close() {
    server.close();
    client.close();
  }
}
