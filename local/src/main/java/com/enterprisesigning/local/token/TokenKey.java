package com.enterprisesigning.local.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;

/**
 * The key pair that signs tokens: RSA, because API Gateway's JWT authorizer accepts nothing else.
 * {@link #toString} shows only its id.
 */
public record TokenKey(RSAKey pair) {
  private static final int BITS = 2048;

  /** Generates a key, whose id is its RFC 7638 thumbprint. */
  public static TokenKey generate() {
    try {
      return new TokenKey(
          new RSAKeyGenerator(BITS)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.RS256)
              .keyIDFromThumbprint(true)
              .generate());
    } catch (JOSEException e) {
      throw new IllegalStateException("this Java runtime has no RSA keys; use JDK 25", e);
    }
  }

  /**
   * Reads what {@link #secret} wrote.
   *
   * @throws IllegalArgumentException if {@code jwk} is not an RSA key
   */
  public static TokenKey parse(String jwk) {
    try {
      return new TokenKey(RSAKey.parse(jwk));
    } catch (ParseException e) {
      throw new IllegalArgumentException(
          "not an RSA key in JWK form; JOIN must name a local run", e);
    }
  }

  /** Returns the whole pair as a JWK, for runs that share the key. */
  public String secret() {
    return pair.toJSONString();
  }

  /** Returns the public half as a JWK set (RFC 7517), which anybody may see. */
  public String publicKeys() {
    return new JWKSet(pair.toPublicJWK()).toString(true);
  }

  @Override
  public String toString() {
    return "TokenKey[" + pair.getKeyID() + "]";
  }
}
