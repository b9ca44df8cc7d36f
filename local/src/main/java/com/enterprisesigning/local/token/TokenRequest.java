package com.enterprisesigning.local.token;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A token request as RFC 6749 defines it.
 *
 * @param credentials id and secret from HTTP basic authentication; empty if they are missing or
 *     malformed
 * @param parameters the form's parameters, by name
 */
record TokenRequest(Optional<Credentials> credentials, Map<String, String> parameters) {

  record Credentials(String id, String secret) {
    @Override
    public String toString() {
      return "Credentials[secret]";
    }
  }

  /**
   * Reads a request.
   *
   * @param form the body, form-urlencoded
   * @return empty if the form cannot be read or names a parameter twice (RFC 6749 section 3.2)
   */
  static Optional<TokenRequest> read(Optional<String> authorization, String form) {
    try {
      Map<String, String> parameters = new HashMap<>();
      for (String pair : form.isBlank() ? new String[0] : form.strip().split("&", -1)) {
        String[] nameAndValue = pair.split("=", 2);
        String value = nameAndValue.length == 1 ? "" : decode(nameAndValue[1]);
        if (parameters.put(decode(nameAndValue[0]), value) != null) {
          return Optional.empty();
        }
      }
      return Optional.of(new TokenRequest(authorization.flatMap(TokenRequest::basic), parameters));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Returns the requested scopes; empty if the request names none. */
  List<String> scopes() {
    return Arrays.stream(parameters.getOrDefault("scope", "").split(" ", -1))
        .filter(scope -> !scope.isEmpty())
        .distinct()
        .toList();
  }

  /** Reads id and secret, which the header holds form-urlencoded (RFC 6749 section 2.3.1). */
  private static Optional<Credentials> basic(String authorization) {
    if (!authorization.toLowerCase(Locale.ROOT).startsWith("basic ")) {
      return Optional.empty();
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(authorization.substring(6).strip());
      String[] idAndSecret = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
      return idAndSecret.length == 2
          ? Optional.of(new Credentials(decode(idAndSecret[0]), decode(idAndSecret[1])))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
