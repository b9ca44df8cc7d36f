package com.enterprisesigning.local.lambda.runtime;

import com.enterprisesigning.local.web.Answer;
import com.enterprisesigning.local.web.LoopbackServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * The runtime API (version 2018-06-01) of one function process. It serves as many concurrent
 * invocations as the process asks for.
 */
final class RuntimeApi implements AutoCloseable {
  private static final String PATH = "/2018-06-01/runtime";

  /** An event in flight: it ends with an answer, or with the process. */
  private record Invocation(String id, String event, CompletableFuture<Invoked> result) {}

  private final ObjectMapper json = new ObjectMapper();
  private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
  private final Map<String, Invocation> unanswered = new ConcurrentHashMap<>();
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final CompletableFuture<Void> snapshot = new CompletableFuture<>();
  private final CompletableFuture<Void> restored = new CompletableFuture<>();
  private final LoopbackServer server;
  private final String functionArn;
  private final Duration timeout;
  private volatile boolean isDead;

  private RuntimeApi(LoopbackServer server, String functionArn, Duration timeout) {
    this.server = server;
    this.functionArn = functionArn;
    this.timeout = timeout;
  }

  /**
   * Starts the API.
   *
   * @param timeout of the function, counted from when it takes an event
   */
  static RuntimeApi start(String functionArn, Duration timeout) throws IOException {
    LoopbackServer server = LoopbackServer.bind(0, "a runtime API");
    RuntimeApi api = new RuntimeApi(server, functionArn, timeout);
    server.mount(PATH + "/invocation/", api::invocation);
    server.mount(PATH + "/init/error", api::initError);
    server.mount(PATH + "/restore/next", api::restoreNext);
    server.mount(PATH + "/restore/error", api::initError);
    server.start();
    return api;
  }

  /** Returns the value of {@code AWS_LAMBDA_RUNTIME_API}. */
  String address() {
    return server.url().getAuthority();
  }

  /**
   * Completes when the process has asked for its first event; fails if its handler cannot be
   * created.
   */
  CompletableFuture<Void> ready() {
    return ready;
  }

  /** Completes when the process waits for its snapshot to be taken and restored. */
  CompletableFuture<Void> snapshot() {
    return snapshot;
  }

  /** Lets the process continue like one that was restored. */
  void restore() {
    restored.complete(null);
  }

  /** Passes an event to the process, as soon as the process asks for one. */
  CompletableFuture<Invoked> invoke(String event) {
    Invocation invocation =
        new Invocation(UUID.randomUUID().toString(), event, new CompletableFuture<>());
    unanswered.put(invocation.id(), invocation);
    waiting.add(invocation);
    if (isDead) {
      died();
    }
    return invocation.result();
  }

  /**
   * Records that the process has ended: every unanswered event, and every later one, is {@link
   * Invoked.Died}.
   */
  void died() {
    isDead = true;
    IllegalStateException ended = new IllegalStateException("the process has ended");
    ready.completeExceptionally(ended);
    snapshot.completeExceptionally(ended);
    unanswered.keySet().forEach(id -> complete(id, new Invoked.Died()));
  }

  private void complete(String id, Invoked result) {
    Invocation invocation = unanswered.remove(id);
    if (invocation != null) {
      invocation.result().complete(result);
    }
  }

  private void invocation(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().substring(PATH.length()).split("/", -1);
    switch (path[path.length - 1]) {
      case "next" -> next(exchange);
      case "response" -> answered(exchange, path[2], Invoked.Answered::new);
      case "error" -> answered(exchange, path[2], Invoked.Failed::new);
      default -> Answer.json(404, "{}").send(exchange);
    }
  }

  /** Answers the long poll. Without a Content-Type the runtime interface client crashes its JVM. */
  private void next(HttpExchange exchange) throws IOException {
    ready.complete(null);
    try {
      Invocation invocation = waiting.take();
      Answer.json(200, invocation.event())
          .with("Lambda-Runtime-Aws-Request-Id", invocation.id())
          .with("Lambda-Runtime-Deadline-Ms", "" + Instant.now().plus(timeout).toEpochMilli())
          .with("Lambda-Runtime-Invoked-Function-Arn", functionArn)
          .send(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exchange.close();
    }
  }

  private void restoreNext(HttpExchange exchange) throws IOException {
    snapshot.complete(null);
    restored.join();
    Answer.json(200, "{}").send(exchange);
  }

  private void answered(HttpExchange exchange, String id, Function<JsonNode, Invoked> result)
      throws IOException {
    JsonNode body = json.readTree(exchange.getRequestBody().readAllBytes());
    Answer.json(202, "{\"status\":\"OK\"}").send(exchange);
    complete(id, result.apply(body));
  }

  private void initError(HttpExchange exchange) throws IOException {
    JsonNode error = json.readTree(exchange.getRequestBody().readAllBytes());
    ready.completeExceptionally(new IllegalStateException("the handler cannot be made: " + error));
    Answer.json(202, "{\"status\":\"OK\"}").send(exchange);
  }

  @Override
  public void close() {
    restore();
    server.close();
  }
}
