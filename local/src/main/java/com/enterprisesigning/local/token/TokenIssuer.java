package com.enterprisesigning.local.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/**
 * Signs access tokens.
 *
 * @param issuer the {@code iss} of every token, a URL
 */
public record TokenIssuer(String issuer, TokenKey key, Clock clock) {
  /** The {@code aud} of every token, which the authorizer requires. */
  public static final String AUDIENCE = "enterprise-signing";

  /** How long a token is valid. */
  public static final Duration LIFETIME = Duration.ofMinutes(30);

  /**
   * Issues a token for a client.
   *
   * @param scopes each of them one that the client may have
   */
  public String issue(TokenClient client, List<String> scopes) {
    Instant now = clock.instant();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID(key.pair().getKeyID())
            .type(JOSEObjectType.JWT)
            .build();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience(AUDIENCE)
            .subject(client.id())
            .claim("client_id", client.id())
            .claim("scope", String.join(" ", scopes))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFETIME)))
            .jwtID(UUID.randomUUID().toString())
            .build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(new RSASSASigner(key.pair()));
    } catch (JOSEException e) {
      throw new IllegalStateException("the token key cannot sign; start the local run again", e);
    }
    return token.serialize();
  }
}
