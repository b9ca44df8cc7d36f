package com.enterprisesigning.local.token;

import com.enterprisesigning.local.web.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
 * Issues access tokens, and publishes what a JWT authorizer needs to check them.
 *
 * @param issuer the {@code iss} of every token, a URL
 */
public record TokenIssuer(String issuer, TokenKey key, Clock clock) {
  /** Path of the discovery document, relative to the issuer. */
  public static final String METADATA_PATH = "/.well-known/openid-configuration";

  /** Path of the key set, relative to the issuer. */
  public static final String KEYS_PATH = "/.well-known/jwks.json";

  /** Path of the token endpoint, relative to the issuer. */
  public static final String TOKEN_PATH = "/oauth2/token";

  /** The {@code aud} of every token, which the authorizer requires. */
  public static final String AUDIENCE = "enterprise-signing";

  /** How long a token is valid. */
  public static final Duration LIFETIME = Duration.ofMinutes(30);

  /**
   * Issues a token for a client.
   *
   * @param scopes a subset of the client's scopes
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

  /** Returns the document that a JWT authorizer reads (OpenID Connect Discovery 1.0), as JSON. */
  public String metadata() {
    ObjectNode document = Json.object();
    document.put("issuer", issuer);
    document.put("token_endpoint", issuer + TOKEN_PATH);
    document.put("jwks_uri", issuer + KEYS_PATH);
    document.putArray("grant_types_supported").add("client_credentials");
    document.putArray("response_types_supported");
    document.putArray("subject_types_supported").add("public");
    document.putArray("id_token_signing_alg_values_supported").add("RS256");
    document.putArray("token_endpoint_auth_methods_supported").add("client_secret_basic");
    ArrayNode scopes = document.putArray("scopes_supported");
    TokenClient.ALL.stream()
        .flatMap(client -> client.scopes().stream())
        .distinct()
        .forEach(scopes::add);
    return document.toString();
  }
}
