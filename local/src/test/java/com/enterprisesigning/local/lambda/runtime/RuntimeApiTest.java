package com.enterprisesigning.local.lambda.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The runtime API as AWS documents it, called as a runtime calls it. */
class RuntimeApiTest {
  private static final String ARN = "arn:aws:lambda:eu-north-1:000000000000:function:AFunction";
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final HttpClient runtime = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private RuntimeApi api;

  @BeforeEach
  void start() throws Exception {
    api = RuntimeApi.start(ARN, TIMEOUT);
  }

  @AfterEach
  void stop() {
    runtime.shutdownNow();
    api.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://" + api.address() + "/2018-06-01/runtime/" + path));
  }

  private HttpResponse<String> next() throws Exception {
    return runtime.send(request("invocation/next").build(), HttpResponse.BodyHandlers.ofString());
  }

  private int post(String path, String body) throws Exception {
    return runtime
        .send(
            request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static String id(HttpResponse<String> next) {
    return next.headers().firstValue("Lambda-Runtime-Aws-Request-Id").orElseThrow();
  }

  @Test
  void next_returnsTheEvent_withTheHeadersThatARuntimeNeeds() throws Exception {
    Instant before = Instant.now();
    var _ = api.invoke("{\"a\":1}");
    HttpResponse<String> next = next();
    assertEquals(200, next.statusCode());
    assertEquals("{\"a\":1}", next.body());
    assertEquals("application/json", next.headers().firstValue("Content-Type").orElseThrow());
    assertEquals(
        ARN, next.headers().firstValue("Lambda-Runtime-Invoked-Function-Arn").orElseThrow());
    Instant deadline =
        Instant.ofEpochMilli(
            next.headers().firstValueAsLong("Lambda-Runtime-Deadline-Ms").orElseThrow());
    assertFalse(deadline.isBefore(before.plus(TIMEOUT).minusMillis(1)));
    assertFalse(deadline.isAfter(Instant.now().plus(TIMEOUT)));
  }

  @Test
  void next_waitsForAnEvent_andSignalsThatTheProcessIsReady() throws Exception {
    CompletableFuture<HttpResponse<String>> next =
        runtime.sendAsync(request("invocation/next").build(), HttpResponse.BodyHandlers.ofString());
    api.ready().get();
    assertFalse(next.isDone());
    var _ = api.invoke("{}");
    assertEquals("{}", next.get().body());
  }

  @Test
  void response_isTheInvocationsAnswer() throws Exception {
    CompletableFuture<Invoked> result = api.invoke("{}");
    assertEquals(202, post("invocation/" + id(next()) + "/response", "{\"statusCode\":204}"));
    assertEquals(new Invoked.Answered(json.readTree("{\"statusCode\":204}")), result.get());
  }

  @Test
  void concurrentEvents_areAnswered_byTheirIds() throws Exception {
    CompletableFuture<Invoked> one = api.invoke("1");
    CompletableFuture<Invoked> two = api.invoke("2");
    String first = id(next());
    String second = id(next());
    post("invocation/" + second + "/response", "22");
    post("invocation/" + first + "/response", "11");
    assertEquals(new Invoked.Answered(json.readTree("11")), one.get());
    assertEquals(new Invoked.Answered(json.readTree("22")), two.get());
  }

  @Test
  void error_failsTheInvocation() throws Exception {
    CompletableFuture<Invoked> result = api.invoke("{}");
    assertEquals(202, post("invocation/" + id(next()) + "/error", "{\"errorType\":\"X\"}"));
    assertEquals(new Invoked.Failed(json.readTree("{\"errorType\":\"X\"}")), result.get());
  }

  @Test
  void initError_explainsWhyTheProcessIsNotReady() throws Exception {
    assertEquals(202, post("init/error", "{\"errorMessage\":\"no setting\"}"));
    ExecutionException refused = null;
    try {
      api.ready().get();
    } catch (ExecutionException e) {
      refused = e;
    }
    assertTrue(String.valueOf(refused).contains("no setting"), String.valueOf(refused));
  }

  @Test
  void deadProcess_answersNeitherEarlierNorLaterEvents() throws Exception {
    CompletableFuture<Invoked> inHand = api.invoke("{}");
    next();
    CompletableFuture<Invoked> waiting = api.invoke("{}");
    api.died();
    assertEquals(new Invoked.Died(), inHand.get());
    assertEquals(new Invoked.Died(), waiting.get());
    assertEquals(new Invoked.Died(), api.invoke("{}").get());
  }
}
