package com.enterprisesigning.local.token;

import com.enterprisesigning.local.gateway.Authorizer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The HTTP API's JWT authorizer. It checks {@code kid}, the RS256 signature, {@code iss}, {@code
 * aud} (or else {@code client_id}), {@code exp}, {@code nbf} and {@code iat}. The handlers check
 * scopes. API Gateway also accepts a token without the word Bearer, which RFC 6750 does not allow
 * and this authorizer denies.
 */
public final class JwtAuthorizer implements Authorizer {
  private static final String BEARER = "bearer ";

  private final TokenIssuer issuer;
  private final JWSVerifier verifier;

  public JwtAuthorizer(TokenIssuer issuer) {
    this.issuer = issuer;
    try {
      this.verifier = new RSASSAVerifier(issuer.key().pair().toPublicJWK());
    } catch (JOSEException e) {
      throw new IllegalStateException("the token key cannot verify; start the local run again", e);
    }
  }

  @Override
  public Decision authorize(Optional<String> header) {
    if (header.isEmpty() || !header.get().toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      return new Denied("Bearer");
    }
    try {
      SignedJWT token = SignedJWT.parse(header.get().substring(BEARER.length()).strip());
      JWTClaimsSet claims = token.getJWTClaimsSet();
      return fault(token, claims)
          .<Decision>map(JwtAuthorizer::denied)
          .orElseGet(() -> new Allowed(asText(claims)));
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return denied("the token is not a JWT signed with RS256");
    }
  }

  private static Denied denied(String description) {
    return new Denied(
        "Bearer scope=\"\" error=\"invalid_token\" error_description=\"" + description + "\"");
  }

  private Optional<String> fault(SignedJWT token, JWTClaimsSet claims) throws JOSEException {
    Instant now = issuer.clock().instant();
    if (!JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())
        || !issuer.key().pair().getKeyID().equals(token.getHeader().getKeyID())
        || !token.verify(verifier)) {
      return Optional.of("the signature was not made with the issuer's key");
    }
    if (!issuer.issuer().equals(claims.getIssuer()) || !isForUs(claims)) {
      return Optional.of("the token is from another issuer, or for another audience");
    }
    if (instant(claims.getExpirationTime()).filter(now::isBefore).isEmpty()) {
      return Optional.of("the token has expired");
    }
    return instant(claims.getNotBeforeTime()).filter(now::isBefore).isPresent()
            || instant(claims.getIssueTime()).filter(now::isBefore).isPresent()
        ? Optional.of("the token is not valid yet")
        : Optional.empty();
  }

  /**
   * Returns whether the token is for this API. Like API Gateway, it looks at {@code client_id} if
   * the token has no {@code aud}.
   */
  private static boolean isForUs(JWTClaimsSet claims) {
    return claims.getAudience().isEmpty()
        ? TokenIssuer.AUDIENCE.equals(claims.getClaim("client_id"))
        : claims.getAudience().contains(TokenIssuer.AUDIENCE);
  }

  private static Optional<Instant> instant(Date date) {
    return Optional.ofNullable(date).map(Date::toInstant);
  }

  /**
   * Turns claims into text, as API Gateway does: a list as {@code [a b]}, a time in epoch seconds.
   */
  private static Map<String, String> asText(JWTClaimsSet claims) {
    Map<String, String> text = new HashMap<>();
    claims
        .getClaims()
        .forEach((name, value) -> {
          switch (value) {
            case null -> {}
            case Date date -> text.put(name, Long.toString(date.toInstant().getEpochSecond()));
            case Collection<?> list when list.size() == 1 && name.equals("aud") ->
                text.put(name, String.valueOf(list.iterator().next()));
            case Collection<?> list ->
                text.put(
                    name,
                    list.stream().map(String::valueOf).collect(Collectors.joining(" ", "[", "]")));
            default -> text.put(name, value.toString());
          }
        });
    return text;
  }
}
