package com.enterprisesigning.local.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.local.gateway.Authorizer;
import com.enterprisesigning.local.web.LoopbackServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code POST /oauth2/token}. */
class TokenTest {
  private static final String GRANT = "grant_type=client_credentials";

  private final TokenIssuer issuer =
      new TokenIssuer("http://issuer", TokenKey.generate(), Clock.systemUTC());
  private final HttpClient http = HttpClient.newHttpClient();
  private LoopbackServer server;

  @BeforeEach
  void start() throws Exception {
    server = LoopbackServer.bind(0, "tokens");
    server.mount("/oauth2/token", new TokenEndpoint(issuer));
    server.start();
  }

  @AfterEach
  void stop() {
    http.shutdownNow();
    server.close();
  }

  private HttpResponse<String> ask(String idAndSecret, String form) throws Exception {
    String basic = Base64.getEncoder().encodeToString(idAndSecret.getBytes(StandardCharsets.UTF_8));
    return send(
        HttpRequest.newBuilder()
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(
        request.uri(server.url().resolve("/oauth2/token")).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return new ObjectMapper().readTree(answer.body());
  }

  private static void assertError(int status, String error, HttpResponse<String> answer)
      throws Exception {
    assertEquals(
        List.of(status, error), List.of(answer.statusCode(), json(answer).path("error").asText()));
  }

  @Test
  void clientWithItsSecret_getsATokenThatTheAuthorizerAccepts() throws Exception {
    JsonNode answer = json(ask("demo:demo", GRANT));
    String token = answer.path("access_token").asText();
    Authorizer.Allowed allowed =
        assertInstanceOf(
            Authorizer.Allowed.class,
            new JwtAuthorizer(issuer).authorize(Optional.of("Bearer " + token)));
    assertEquals("demo", allowed.claims().get("client_id"));
    assertEquals("signing/sign signing/register signing/evidence", allowed.claims().get("scope"));
    assertEquals("Bearer", answer.path("token_type").asText());
    assertEquals(1800, answer.path("expires_in").asInt());
  }

  @Test
  void token_hasTheRequestedScope() throws Exception {
    JsonNode answer = json(ask("server:server", GRANT + "&scope=signing%2Fon-behalf+signing/sign"));
    assertEquals("signing/on-behalf signing/sign", answer.path("scope").asText());
  }

  @Test
  void answer_mustNotBeCached() throws Exception {
    assertEquals(
        "no-store", ask("demo:demo", GRANT).headers().firstValue("Cache-Control").orElse(""));
  }

  @Test
  void scopeOfAnotherClient_isInvalidScope() throws Exception {
    assertError(400, "invalid_scope", ask("other:other", GRANT + "&scope=signing/on-behalf"));
  }

  private static String description(HttpResponse<String> answer) throws Exception {
    return json(answer).path("error_description").asText();
  }

  @Test
  void wrongSecretAndUnknownClient_getTheSameAnswer() throws Exception {
    String wrongSecret = description(ask("demo:other", GRANT));
    assertTrue(wrongSecret.startsWith("Unknown client or wrong secret."), wrongSecret);
    assertEquals(wrongSecret, description(ask("nobody:demo", GRANT)));
  }

  @Test
  void wrongSecret_isInvalidClient() throws Exception {
    HttpResponse<String> answer = ask("demo:other", GRANT);
    assertError(401, "invalid_client", answer);
    assertEquals(
        "Basic realm=\"signing\", charset=\"UTF-8\"",
        answer.headers().firstValue("WWW-Authenticate").orElse(""));
  }

  @Test
  void credentialsInTheForm_areInvalidClient() throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder()
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(GRANT + "&client_id=demo&client_secret=demo"));
    HttpResponse<String> answer = send(request);
    assertError(401, "invalid_client", answer);
    assertEquals("Send client id and secret with HTTP Basic authentication.", description(answer));
  }

  @Test
  void otherGrant_isUnsupportedGrantType() throws Exception {
    assertError(400, "unsupported_grant_type", ask("demo:demo", "grant_type=password"));
  }

  @Test
  void missingGrant_isInvalidRequest() throws Exception {
    assertError(400, "invalid_request", ask("demo:demo", "scope=signing/sign"));
  }

  @Test
  void repeatedParameter_isInvalidRequest() throws Exception {
    assertError(400, "invalid_request", ask("demo:demo", GRANT + "&" + GRANT));
  }

  @Test
  void otherMethod_isRefused() throws Exception {
    assertError(405, "invalid_request", send(HttpRequest.newBuilder().GET()));
  }
}
