package com.enterprisesigning.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.local.web.Answer;
import com.enterprisesigning.local.web.LoopbackServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A joined run's calls of the control API go to the first run, and bring back only JSON. */
class ForwardedSandboxTest {
  private final HttpClient http = HttpClient.newHttpClient();
  private final Queue<String> first = new ConcurrentLinkedQueue<>();
  private final Queue<String> stranger = new ConcurrentLinkedQueue<>();
  private final AtomicReference<Answer> answer =
      new AtomicReference<>(Answer.json(200, "{\"of\":\"the first run\"}"));
  private LoopbackServer firstRun;
  private LoopbackServer strangersServer;
  private LoopbackServer joined;

  @BeforeEach
  void start() throws Exception {
    firstRun = serving(first);
    strangersServer = serving(stranger);
    joined = LoopbackServer.bind(0, "the joined run");
    joined.mount("/sandbox", new ForwardedSandbox(http, firstRun.url(), Duration.ofSeconds(30)));
    joined.start();
  }

  private LoopbackServer serving(Queue<String> called) throws IOException {
    LoopbackServer server = LoopbackServer.bind(0, "a server");
    server.mount(
        "/",
        exchange -> {
          called.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Host")
                  + " "
                  + exchange.getRequestHeaders().getFirst("Content-Type"));
          answer.get().send(exchange);
        });
    server.start();
    return server;
  }

  @AfterEach
  void stop() {
    joined.close();
    strangersServer.close();
    firstRun.close();
    http.shutdownNow();
  }

  /** Sends a request target that no client library would send. */
  private String get(String target) throws IOException {
    InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
    try (Socket socket = new Socket(loopback, joined.port())) {
      String request =
          "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(joined.url().resolve(path));
  }

  private String host() {
    return "127.0.0.1:" + firstRun.port();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"//HOST/sandbox/x.html", "http://HOST/sandbox/x.html", "//u@HOST/sandbox/x"})
  void call_goesToTheFirstRun_whateverAuthorityItsTargetHas(String target) throws Exception {
    String answered =
        get(target.replace("HOST", URI.create(strangersServer.url().toString()).getAuthority()));
    assertTrue(answered.contains("the first run"), answered);
    assertTrue(stranger.isEmpty(), stranger.toString());
    assertEquals(1, first.size());
  }

  @Test
  void pathAndQuery_arriveUnchanged() throws Exception {
    get("/sandbox/a%2Fb/../c?personal_number=%31&d=%2F");
    assertEquals(
        List.of("GET /sandbox/a%2Fb/../c?personal_number=%31&d=%2F " + host() + " null"),
        List.copyOf(first));
  }

  @Test
  void contentType_arrives_onlyIfItIsJson() throws Exception {
    send(
        request("/sandbox/phone/sign")
            .header("Content-Type", "Application/JSON; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString("{}")));
    send(
        request("/sandbox/phone/sign")
            .header("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString("{}")));
    assertEquals(
        List.of(
            "POST /sandbox/phone/sign " + host() + " application/json",
            "POST /sandbox/phone/sign " + host() + " null"),
        List.copyOf(first));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/jsonp", "application/xhtml+xml"})
  void answer_is502_whenItIsNotJson(String type) throws Exception {
    answer.set(Answer.of(200, type, "<script>alert(1)</script>"));
    HttpResponse<String> answered = send(request("/sandbox/orders"));
    assertEquals(502, answered.statusCode());
    assertEquals("application/json", answered.headers().firstValue("Content-Type").orElse(""));
    assertFalse(answered.body().contains("script"), answered.body());
  }

  @Test
  void redirect_isNotFollowed() throws Exception {
    answer.set(
        new Answer(302, Map.of("Location", List.of(strangersServer.url() + "/x")), new byte[0]));
    assertEquals(502, send(request("/sandbox/orders")).statusCode());
    assertTrue(stranger.isEmpty(), stranger.toString());
  }

  @Test
  void answer_is502_whenItIsTooLong() throws Exception {
    answer.set(Answer.json(200, "\"" + "x".repeat(16 << 20) + "\""));
    assertEquals(502, send(request("/sandbox/orders")).statusCode());
  }

  @Test
  void body_isRefused_whenItIsTooLong() throws Exception {
    HttpResponse<String> answered =
        send(
            request("/sandbox/phone/sign")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("x".repeat(64 * 1024 + 1))));
    assertEquals(413, answered.statusCode());
    assertTrue(first.isEmpty(), first.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "TRACE"})
  void method_isRefused_whenTheControlApiHasNoSuchCall(String method) throws Exception {
    assertEquals(
        405,
        send(request("/sandbox/orders").method(method, HttpRequest.BodyPublishers.noBody()))
            .statusCode());
    assertTrue(first.isEmpty(), first.toString());
  }

  @Test
  void answer_is502_whenTheFirstRunHasStopped() throws Exception {
    firstRun.close();
    assertEquals(502, send(request("/sandbox/orders")).statusCode());
  }
}
