package com.enterprisesigning.local.seed;

import com.enterprisesigning.local.token.TokenClient;
import com.enterprisesigning.local.token.TokenIssuer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Calls of the signing API and of the simulated phone, made as any caller makes them. */
final class SandboxCalls implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final URI gateway;
  private final TokenIssuer issuer;
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  SandboxCalls(URI gateway, TokenIssuer issuer) {
    this.gateway = gateway;
    this.issuer = issuer;
  }

  /** Calls the signing API with a token of the client, which carries that scope alone. */
  JsonNode call(String client, String scope, String path, Object body) {
    TokenClient known =
        TokenClient.named(client)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "events/ names the client "
                        + client
                        + ", which gets no token here. Use"
                        + " demo, other or server."));
    return post(
        path, body, Map.of("Authorization", "Bearer " + issuer.issue(known, List.of(scope))));
  }

  /** Plays the phone. */
  JsonNode phone(String action, Object body) {
    return post("/sandbox/phone/" + action, body, Map.of());
  }

  private JsonNode post(String path, Object body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.resolve(path))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json.valueToTree(body).toString()));
    headers.forEach(request::header);
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException(
            "The start's own call of "
                + path
                + " was answered "
                + answer.statusCode()
                + " "
                + json.readTree(answer.body()).at("/reason/code").asText()
                + ". The log above tells why.");
      }
      return json.readTree(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException("The gateway does not answer its own call of " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The start was interrupted; start again.", e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
