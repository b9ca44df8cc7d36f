package com.enterprisesigning.local.blackbox;

import static com.enterprisesigning.local.blackbox.Caller.DEMO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.local.secrets.Secrets;
import com.enterprisesigning.local.token.TokenClient;
import com.enterprisesigning.local.token.TokenIssuer;
import com.enterprisesigning.local.token.TokenKey;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Without a valid token no call is answered, and nothing changes. */
@ExtendWith(SharedRuns.class)
class TokenRefusalTest {
  private static final List<String> SCOPES =
      List.of("signing/sign", "signing/register", "signing/evidence");

  private final Runs runs;
  private final Api api;

  TokenRefusalTest(Runs runs) {
    this.runs = runs;
    this.api = runs.api(Gateways.TWO_IN_TURN);
  }

  /** What is wrong with a token. */
  enum Fault {
    NONE_SENT,
    NO_JWT,
    OTHER_SCHEME,
    ALG_NONE,
    OTHER_KEY,
    OTHER_ISSUER,
    EXPIRED,
    ALTERED
  }

  private Optional<String> authorization(Fault fault) throws Exception {
    JsonNode join = runs.phone().get("/sandbox/join");
    String issuer = join.path("issuer").asText();
    TokenKey key = key(URI.create(join.at("/settings/AWS_ENDPOINT_URL_SECRETS_MANAGER").asText()));
    Clock now = Clock.systemUTC();
    String good = token(new TokenIssuer(issuer, key, now));
    String[] parts = good.split("\\.", -1);
    return switch (fault) {
      case NONE_SENT -> Optional.empty();
      case NO_JWT -> Optional.of("Bearer x");
      case OTHER_SCHEME -> Optional.of("Basic " + good);
      case ALG_NONE ->
          Optional.of(
              "Bearer "
                  + new PlainJWT(
                          JWTClaimsSet.parse(
                              SignedJWT.parse(good).getJWTClaimsSet().toJSONObject()))
                      .serialize());
      case OTHER_KEY -> Optional.of("Bearer " + token(new TokenIssuer(issuer, sameId(key), now)));
      case OTHER_ISSUER ->
          Optional.of("Bearer " + token(new TokenIssuer("https://issuer.invalid", key, now)));
      case EXPIRED ->
          Optional.of(
              "Bearer "
                  + token(new TokenIssuer(issuer, key, Clock.offset(now, Duration.ofHours(-1)))));
      case ALTERED -> Optional.of("Bearer " + parts[0] + "." + parts[1] + "x." + parts[2]);
    };
  }

  private static String token(TokenIssuer issuer) {
    return issuer.issue(TokenClient.named("demo").orElseThrow(), SCOPES);
  }

  private static TokenKey sameId(TokenKey key) {
    return new TokenKey(
        new RSAKey.Builder(TokenKey.generate().pair()).keyID(key.pair().getKeyID()).build());
  }

  /** Reads the token key as a joining gateway does. */
  private TokenKey key(URI secretsManager) throws Exception {
    String answer =
        runs.wire()
            .send(
                "127.0.0.1",
                HttpRequest.newBuilder(secretsManager)
                    .header("Content-Type", "application/x-amz-json-1.1")
                    .header("X-Amz-Target", "secretsmanager.GetSecretValue")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            runs.wire().write(Map.of("SecretId", Secrets.TOKEN_KEY)))))
            .body();
    return TokenKey.parse(runs.wire().read(answer).required("SecretString").asText());
  }

  private Reply call(String method, String path, String body, Optional<String> authorization)
      throws Exception {
    HttpRequest.Builder request =
        api.request(path)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    authorization.ifPresent(value -> request.header("Authorization", value));
    return api.send(DEMO, request);
  }

  @ParameterizedTest
  @EnumSource
  void everyCall_answers401_andChangesNothing(Fault fault) throws Exception {
    Optional<String> authorization = authorization(fault);
    Registered registered = api.register(DEMO, runs.person());
    Reply before = api.process(DEMO, registered.process()).is(200);
    String body = runs.wire().write(Map.of("participant_id", registered.participant()));
    String process = "/signing/processes/" + registered.process();
    String registration = runs.wire().write(api.registration("none", runs.person()));
    for (Reply reply :
        List.of(
            call("POST", "/signing/start", body, authorization),
            call("POST", "/signing/start/phone", body, authorization),
            call("POST", "/signing/collect", body, authorization),
            call("POST", "/signing/cancel", body, authorization),
            call("POST", "/signing/processes", registration, authorization),
            call("GET", process, "", authorization),
            call("DELETE", process, "", authorization),
            call(
                "GET",
                "/signing/participants/" + registered.participant() + "/evidence",
                "",
                authorization))) {
      assertEquals("Unauthorized", reply.is(401).text("message"));
      assertTrue(reply.header("WWW-Authenticate").isPresent());
    }
    assertEquals(before.body(), api.process(DEMO, registered.process()).is(200).body());
    api.start(DEMO, registered.participant()).is(200);
  }

  @ParameterizedTest
  @CsvSource({
    "POST,   /signing/start,                      signing/register signing/evidence",
    "POST,   /signing/start/phone,                signing/register signing/evidence",
    "POST,   /signing/collect,                    signing/register signing/evidence",
    "POST,   /signing/cancel,                     signing/register signing/evidence",
    "POST,   /signing/processes,                  signing/sign signing/evidence",
    "GET,    /signing/processes/{process},        signing/sign signing/evidence",
    "DELETE, /signing/processes/{process},        signing/sign signing/evidence",
    "GET,    /signing/participants/{participant}/evidence, signing/sign signing/register"
  })
  void call_answers403_withoutItsScope(String method, String path, String scopes) throws Exception {
    Registered registered = api.register(DEMO, runs.person());
    String filled =
        path.replace("{process}", registered.process())
            .replace("{participant}", registered.participant());
    String body = runs.wire().write(Map.of("participant_id", registered.participant()));
    call(method, filled, body, Optional.of("Bearer " + api.token("demo", scopes)))
        .is(403, "MISSING_SCOPE");
    api.start(DEMO, registered.participant()).is(200);
  }
}
