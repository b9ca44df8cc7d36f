package com.enterprisesigning.local.partner;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.enterprisesigning.local.token.TokenClient;
import com.enterprisesigning.local.web.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The signing API as a company calls it: over HTTP, with its own token. Thread-safe. */
final class SigningApi implements AutoCloseable {
  /** Longer than the 30 s within which the gateway always answers. */
  private static final Duration TIMEOUT = Duration.ofSeconds(35);

  /** In bytes. Lambda's answers have at most 6 MB. */
  private static final long LONGEST_ANSWER = 8L << 20;

  private static final String ZIP = "application/zip";

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final URI gateway;
  private final AccessTokens tokens;
  private final Clock clock;

  SigningApi(URI gateway, TokenClient client, Clock clock) {
    this.gateway = gateway;
    this.tokens = new AccessTokens(http, gateway, client, TIMEOUT, clock);
    this.clock = clock;
  }

  /**
   * Makes a call with a body.
   *
   * @param idempotencyKey makes it safe to repeat the call after a lost answer
   * @throws IOException if no answer comes
   */
  ApiCall post(String path, JsonNode body, Optional<String> idempotencyKey)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)));
    idempotencyKey.ifPresent(key -> request.header("Idempotency-Key", key));
    return call("POST", path, request, Optional.of(body), idempotencyKey);
  }

  /**
   * Makes a GET call, otherwise like {@link #post}.
   *
   * @param accept the media type of the answer
   */
  ApiCall get(String path, String accept) throws IOException, InterruptedException {
    return call(
        "GET",
        path,
        HttpRequest.newBuilder().header("Accept", accept).GET(),
        Optional.empty(),
        Optional.empty());
  }

  private ApiCall call(
      String method,
      String path,
      HttpRequest.Builder request,
      Optional<JsonNode> body,
      Optional<String> idempotencyKey)
      throws IOException, InterruptedException {
    request
        .uri(gateway.resolve(path))
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + tokens.current());
    Instant at = clock.instant();
    long begun = System.nanoTime();
    HttpResponse<byte[]> answer =
        http.send(
            request.build(),
            HttpResponse.BodyHandlers.limiting(
                HttpResponse.BodyHandlers.ofByteArray(), LONGEST_ANSWER));
    boolean isFile = answer.headers().firstValue("Content-Type").orElse("").equals(ZIP);
    return new ApiCall(
        at,
        method,
        path,
        body,
        idempotencyKey,
        answer.statusCode(),
        Optional.of(answer.body()).filter(it -> it.length > 0 && !isFile).map(this::read),
        Optional.of(answer.body()).filter(_ -> isFile),
        Duration.ofNanos(System.nanoTime() - begun));
  }

  private JsonNode read(byte[] body) {
    String text = new String(body, UTF_8);
    try {
      return Json.read(text);
    } catch (IOException e) {
      return TextNode.valueOf(text);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
