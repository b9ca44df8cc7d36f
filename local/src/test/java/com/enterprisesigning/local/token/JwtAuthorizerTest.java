package com.enterprisesigning.local.token;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.enterprisesigning.local.gateway.Authorizer;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which tokens the authorizer accepts. */
class JwtAuthorizerTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final String ISSUER = "http://issuer";
  private static final TokenKey KEY = TokenKey.generate();

  private final JwtAuthorizer authorizer = new JwtAuthorizer(issuer(KEY, NOW));

  private static TokenIssuer issuer(TokenKey key, Instant now) {
    return new TokenIssuer(ISSUER, key, Clock.fixed(now, ZoneOffset.UTC));
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience(TokenIssuer.AUDIENCE)
        .subject("demo")
        .expirationTime(Date.from(NOW.plusSeconds(60)));
  }

  private static String signed(JWTClaimsSet.Builder claims) throws Exception {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.pair().getKeyID()).build();
    SignedJWT token = new SignedJWT(header, claims.build());
    token.sign(new RSASSASigner(KEY.pair()));
    return token.serialize();
  }

  private void assertDenied(String header) {
    assertInstanceOf(Authorizer.Denied.class, authorizer.authorize(Optional.ofNullable(header)));
  }

  @Test
  void issuedToken_isAccepted() {
    String token =
        issuer(KEY, NOW).issue(TokenClient.named("demo").orElseThrow(), List.of("signing/sign"));
    assertInstanceOf(
        Authorizer.Allowed.class, authorizer.authorize(Optional.of("Bearer " + token)));
  }

  @Test
  void minimalToken_isAccepted() throws Exception {
    assertInstanceOf(
        Authorizer.Allowed.class, authorizer.authorize(Optional.of("bearer " + signed(claims()))));
  }

  @Test
  void noToken_isDenied() {
    assertDenied(null);
  }

  @Test
  void otherScheme_isDenied() throws Exception {
    assertDenied("Basic " + signed(claims()));
  }

  @Test
  void nonsense_isDenied() {
    assertDenied("Bearer a.b.c");
  }

  @Test
  void algNone_isDenied() {
    assertDenied("Bearer " + new PlainJWT(claims().build()).serialize());
  }

  @Test
  void otherKeyUnderTheSameId_isDenied() throws Exception {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.pair().getKeyID()).build(),
            claims().build());
    token.sign(new RSASSASigner(TokenKey.generate().pair()));
    assertDenied("Bearer " + token.serialize());
  }

  @Test
  void changedClaims_areDenied() throws Exception {
    List<String> parts = List.of(signed(claims()).split("\\.", -1));
    List<String> others = List.of(signed(claims().subject("other")).split("\\.", -1));
    assertDenied("Bearer " + parts.get(0) + "." + others.get(1) + "." + parts.get(2));
  }

  @Test
  void otherIssuer_isDenied() throws Exception {
    assertDenied("Bearer " + signed(claims().issuer("http://another")));
  }

  @Test
  void otherAudience_isDenied() throws Exception {
    assertDenied("Bearer " + signed(claims().audience("another")));
  }

  @Test
  void tokenAtItsExpiry_isDenied() throws Exception {
    assertDenied("Bearer " + signed(claims().expirationTime(Date.from(NOW))));
  }

  @Test
  void tokenWithoutExpiry_isDenied() throws Exception {
    assertDenied("Bearer " + signed(claims().expirationTime(null)));
  }

  @Test
  void tokenThatIsNotValidYet_isDenied() throws Exception {
    Date later = Date.from(NOW.plus(Duration.ofSeconds(1)));
    assertDenied("Bearer " + signed(claims().notBeforeTime(later)));
  }
}
