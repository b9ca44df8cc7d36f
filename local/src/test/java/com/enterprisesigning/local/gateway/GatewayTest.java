package com.enterprisesigning.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What API Gateway answers itself, and which function it calls. */
class GatewayTest {
  private static final int MEGABYTE = 1024 * 1024;

  private TestGateway gateway;

  @BeforeEach
  void start() throws Exception {
    gateway = TestGateway.start();
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private static void assertMessage(int status, String message, HttpResponse<String> answer) {
    assertEquals(
        List.of(status, "{\"message\":\"" + message + "\"}", "application/json"),
        List.of(
            answer.statusCode(),
            answer.body(),
            answer.headers().firstValue("Content-Type").orElse("")));
  }

  @Test
  void unknownPath_answers404() throws Exception {
    assertMessage(404, "Not Found", gateway.send(gateway.request("/nothing")));
  }

  @Test
  void everyCall_isTold_withItsReason() throws Exception {
    gateway.send(gateway.request("/nothing"));
    gateway.send(gateway.unauthorized("/things/newest"));
    gateway.send(gateway.request("/things/newest"));

    assertEquals(
        List.of("404 Not Found", "401 Unauthorized", "200 "),
        gateway.calls().stream().map(call -> call.status() + " " + call.reason()).toList());
    assertEquals("/things/newest", gateway.calls().getLast().path());
  }

  @Test
  void unknownPath_answers404_evenWithoutToken() throws Exception {
    assertMessage(404, "Not Found", gateway.send(gateway.unauthorized("/nothing")));
  }

  @Test
  void knownPath_answers404_forAnotherMethod() throws Exception {
    assertMessage(404, "Not Found", gateway.send(gateway.request("/things").DELETE()));
  }

  @Test
  void pathWithSlashAtTheEnd_isAnotherPath() throws Exception {
    assertMessage(404, "Not Found", gateway.send(gateway.request("/things/newest/")));
  }

  @Test
  void missingToken_answers401WithChallenge() throws Exception {
    HttpResponse<String> answer = gateway.send(gateway.unauthorized("/things/1"));
    assertMessage(401, "Unauthorized", answer);
    assertEquals("Bearer", answer.headers().firstValue("WWW-Authenticate").orElse(""));
  }

  @Test
  void exactRoute_isPreferredToParameter() throws Exception {
    HttpResponse<String> answer = gateway.send(gateway.request("/things/newest"));
    assertEquals("Exact", answer.headers().firstValue("X-Function").orElse(""));
  }

  @Test
  void bodyOfTenMegabytes_reachesTheHandler() throws Exception {
    HttpRequest.Builder request =
        gateway
            .request("/things")
            .POST(HttpRequest.BodyPublishers.ofString("a".repeat(10 * MEGABYTE)));
    assertEquals(200, gateway.send(request).statusCode());
  }

  @Test
  void largerBody_answers413() throws Exception {
    HttpRequest.Builder request =
        gateway
            .request("/things")
            .POST(HttpRequest.BodyPublishers.ofString("a".repeat(10 * MEGABYTE + 1)));
    assertMessage(413, "Request Entity Too Large", gateway.send(request));
  }

  @Test
  void handlerThatThrows_answers500() throws Exception {
    assertMessage(500, "Internal Server Error", gateway.send(gateway.request("/failing")));
  }

  @Test
  void handlerBeyondItsTimeout_answers500() throws Exception {
    assertMessage(500, "Internal Server Error", gateway.send(gateway.request("/short")));
  }

  @Test
  void hangingCalls_doNotDelayOthers() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> hanging = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      hanging.add(
          gateway
              .http()
              .sendAsync(
                  gateway.request("/hanging").build(), HttpResponse.BodyHandlers.ofString()));
    }
    HttpResponse<String> answer =
        gateway
            .http()
            .sendAsync(gateway.request("/things/1").build(), HttpResponse.BodyHandlers.ofString())
            .get(10, TimeUnit.SECONDS);
    assertEquals(200, answer.statusCode());
    assertTrue(hanging.stream().noneMatch(CompletableFuture::isDone));
  }
}
