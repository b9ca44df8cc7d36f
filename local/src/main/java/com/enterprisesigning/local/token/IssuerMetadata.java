package com.enterprisesigning.local.token;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** The discovery document that a JWT authorizer reads (OpenID Connect Discovery 1.0). */
public final class IssuerMetadata {
  /** Path of the document, relative to the issuer. */
  public static final String PATH = "/.well-known/openid-configuration";

  /** Path of the key set, relative to the issuer. */
  public static final String KEYS_PATH = "/.well-known/jwks.json";

  /** Path of the token endpoint, relative to the issuer. */
  public static final String TOKEN_PATH = "/oauth2/token";

  private IssuerMetadata() {}

  /** Returns the document as JSON. */
  public static String document(TokenIssuer issuer) {
    ObjectNode document = new ObjectMapper().createObjectNode();
    document.put("issuer", issuer.issuer());
    document.put("token_endpoint", issuer.issuer() + TOKEN_PATH);
    document.put("jwks_uri", issuer.issuer() + KEYS_PATH);
    document.putArray("grant_types_supported").add("client_credentials");
    document.putArray("response_types_supported");
    document.putArray("subject_types_supported").add("public");
    document.putArray("id_token_signing_alg_values_supported").add("RS256");
    document.putArray("token_endpoint_auth_methods_supported").add("client_secret_basic");
    Set<String> scopes = new LinkedHashSet<>();
    TokenClient.ALL.forEach(client -> scopes.addAll(client.scopes()));
    scopes.forEach(document.putArray("scopes_supported")::add);
    return document.toString();
  }
}
