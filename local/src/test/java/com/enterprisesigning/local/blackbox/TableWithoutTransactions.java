package com.enterprisesigning.local.blackbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands before a run's DynamoDB, passes everything on, and fails every transaction, for as long as
 * it was told from the first one on.
 */
final class TableWithoutTransactions implements AutoCloseable {
  private static final String TARGET = "X-Amz-Target";
  private static final String TRANSACTION = "DynamoDB_20120810.TransactWriteItems";

  private final URI table;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final Duration outage;
  private volatile Instant firstRefusal = Instant.MAX;

  private TableWithoutTransactions(URI table, Duration outage) throws IOException {
    this.table = table;
    this.outage = outage;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  static TableWithoutTransactions before(Map<String, String> settings, Duration outage)
      throws IOException {
    return new TableWithoutTransactions(
        URI.create(settings.get("AWS_ENDPOINT_URL_DYNAMODB")), outage);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  boolean hasRefused() {
    return firstRefusal.isBefore(Instant.MAX);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestHeaders().getFirst(TARGET);
    byte[] request = exchange.getRequestBody().readAllBytes();
    if (target.equals(TRANSACTION) && refuses()) {
      exchange.sendResponseHeaders(500, -1);
    } else {
      HttpResponse<byte[]> answer = passOn(exchange, target, request);
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    }
    exchange.close();
  }

  private synchronized boolean refuses() {
    Instant now = Instant.now();
    if (now.isBefore(firstRefusal)) {
      firstRefusal = now;
    }
    return now.isBefore(firstRefusal.plus(outage));
  }

  private HttpResponse<byte[]> passOn(HttpExchange exchange, String target, byte[] body)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(table)
            .header(TARGET, target)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    for (String name : List.of("Authorization", "Content-Type", "X-Amz-Date")) {
      request.header(name, exchange.getRequestHeaders().getFirst(name));
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    http.shutdownNow();
    threads.shutdownNow();
  }
}
