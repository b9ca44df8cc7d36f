package com.enterprisesigning.local.partner;

import com.enterprisesigning.local.token.TokenClient;
import com.enterprisesigning.local.token.TokenIssuer;
import com.enterprisesigning.local.web.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Requests the company's token by client credentials and keeps it until shortly before it expires.
 */
final class AccessTokens {
  /** A token this close to its end is replaced, so that it does not expire in flight. */
  private static final Duration MARGIN = Duration.ofSeconds(30);

  private final HttpClient http;
  private final HttpRequest request;
  private final Clock clock;
  private final AtomicReference<Token> kept = new AtomicReference<>(new Token("", Instant.MIN));

  private record Token(String text, Instant until) {
    @Override
    public String toString() {
      return "Token[hidden]";
    }
  }

  AccessTokens(HttpClient http, URI gateway, TokenClient client, Duration timeout, Clock clock) {
    this.http = http;
    this.clock = clock;
    String credentials = client.id() + ":" + client.secret();
    this.request =
        HttpRequest.newBuilder(gateway.resolve(TokenIssuer.TOKEN_PATH))
            .timeout(timeout)
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
            .build();
  }

  /**
   * Returns a token that is still valid. Two concurrent callers may each request a token, which is
   * harmless.
   *
   * @throws IOException if the token endpoint does not issue one
   */
  String current() throws IOException, InterruptedException {
    Token token = kept.get();
    if (clock.instant().isBefore(token.until())) {
      return token.text();
    }
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("The token endpoint answered " + answer.statusCode());
    }
    JsonNode body = Json.read(answer.body());
    Duration lifetime = Duration.ofSeconds(body.required("expires_in").asLong());
    token =
        new Token(
            body.required("access_token").asText(), clock.instant().plus(lifetime).minus(MARGIN));
    kept.set(token);
    return token.text();
  }
}
