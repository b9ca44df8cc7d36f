package com.enterprisesigning.local.seed;

import com.enterprisesigning.local.token.TokenClient;
import com.enterprisesigning.local.token.TokenIssuer;
import com.enterprisesigning.local.web.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calls the signing API and the simulated phone over HTTP, as any caller does. */
final class SandboxCalls implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int MOST_STARTS = 5;
  private static final Set<Integer> UNSETTLED = Set.of(502, 409);

  private final URI gateway;
  private final TokenIssuer issuer;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  SandboxCalls(URI gateway, TokenIssuer issuer) {
    this.gateway = gateway;
    this.issuer = issuer;
  }

  /** Calls the signing API with a token of this client that has only this scope. */
  JsonNode call(String client, String scope, String path, JsonNode body) {
    return answered(path, send(path, body, token(client, scope)));
  }

  /**
   * Starts a signing, and retries until there is an order. The first start opens the mutual TLS
   * connection to BankID, and on a busy machine that can exceed the service's timeout for BankID.
   * The service then answers 502. The retry gets 409 if BankID did create an order.
   */
  JsonNode start(String client, JsonNode participant) {
    String path = "/signing/start";
    HttpResponse<String> answer = send(path, participant, token(client, "signing/sign"));
    for (int i = 1; i < MOST_STARTS && UNSETTLED.contains(answer.statusCode()); i++) {
      wait(answer);
      answer = send(path, participant, token(client, "signing/sign"));
    }
    return answered(path, answer);
  }

  private static void wait(HttpResponse<String> answer) {
    try {
      Thread.sleep(Duration.ofSeconds(answer.headers().firstValueAsLong("Retry-After").orElse(0)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "The start of the local run was interrupted. Start it again.", e);
    }
  }

  /** Performs an action on the phone, and returns the order. */
  JsonNode phone(String action, JsonNode body) {
    String path = "/sandbox/phone/" + action;
    return answered(path, send(path, body, Map.of()));
  }

  private Map<String, String> token(String client, String scope) {
    TokenClient known =
        TokenClient.named(client)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "events/ names the client "
                        + client
                        + ", which the local run does not know. Use demo, other or server."));
    return Map.of("Authorization", "Bearer " + issuer.issue(known, List.of(scope)));
  }

  private JsonNode answered(String path, HttpResponse<String> answer) {
    try {
      JsonNode body = Json.read(answer.body());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException(
            "During its start, the local run called "
                + path
                + " and was answered "
                + answer.statusCode()
                + " "
                + body.at("/reason/code").asText()
                + ". The log above says why.");
      }
      return body;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The gateway's answer to " + path + " is not JSON", e);
    }
  }

  private HttpResponse<String> send(String path, JsonNode body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.resolve(path))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    headers.forEach(request::header);
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(
          "During its start, the local run got no answer from its gateway to " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "The start of the local run was interrupted. Start it again.", e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
