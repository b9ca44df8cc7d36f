package com.enterprisesigning.local.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * A proxy in front of DynamoDB. It passes everything on, except transactions and puts that it is
 * told to fail.
 */
public final class TableProxy implements AutoCloseable {
  private static final String TARGET = "X-Amz-Target";

  private static final Set<String> FAILING =
      Set.of("DynamoDB_20120810.TransactWriteItems", "DynamoDB_20120810.PutItem");

  /** What happens to a transaction or a put. */
  public enum Fate {
    PASSED_ON,
    /** Not executed, and answered 500. */
    REFUSED,
    /** Executed, and answered 500. */
    ANSWER_LOST
  }

  /** Sees everything that is passed on. */
  public interface Watcher {
    /**
     * Sees a request before it is passed on.
     *
     * @param operation such as {@code GetItem}
     * @return the request to pass on in its place
     */
    byte[] asked(String operation, byte[] request) throws IOException;

    /** Sees the answer to a request before the caller gets it. */
    void answered(String operation, byte[] request, byte[] answer) throws IOException;
  }

  private final URI table;
  private final Function<String, Fate> fates;
  private final Watcher watcher;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  /**
   * Starts a proxy.
   *
   * @param fates decides what happens to each transaction and put, from its body as JSON
   */
  public TableProxy(URI table, Function<String, Fate> fates) throws IOException {
    this(table, fates, new Blind());
  }

  /** Starts a proxy that also shows everything to a watcher. */
  public TableProxy(URI table, Function<String, Fate> fates, Watcher watcher) throws IOException {
    this.table = table;
    this.fates = fates;
    this.watcher = watcher;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestHeaders().getFirst(TARGET);
    byte[] request = exchange.getRequestBody().readAllBytes();
    Fate fate = FAILING.contains(target) ? fates.apply(new String(request, UTF_8)) : Fate.PASSED_ON;
    switch (fate) {
      case REFUSED -> exchange.sendResponseHeaders(500, -1);
      case ANSWER_LOST -> {
        passOn(exchange, target, request);
        exchange.sendResponseHeaders(500, -1);
      }
      case PASSED_ON -> {
        HttpResponse<byte[]> answer = passOn(exchange, target, request);
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
        exchange.getResponseBody().write(answer.body());
      }
    }
    exchange.close();
  }

  private HttpResponse<byte[]> passOn(HttpExchange exchange, String target, byte[] body)
      throws IOException {
    String operation = target.substring(target.indexOf('.') + 1);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(table)
            .header(TARGET, target)
            .POST(HttpRequest.BodyPublishers.ofByteArray(watcher.asked(operation, body)));
    for (String name : List.of("Authorization", "Content-Type", "X-Amz-Date")) {
      request.header(name, exchange.getRequestHeaders().getFirst(name));
    }
    try {
      HttpResponse<byte[]> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      watcher.answered(operation, body, answer.body());
      return answer;
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

  private static final class Blind implements Watcher {
    @Override
    public byte[] asked(String operation, byte[] request) {
      return request;
    }

    @Override
    public void answered(String operation, byte[] request, byte[] answer) {}
  }
}
