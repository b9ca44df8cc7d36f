package com.enterprisesigning.local.gateway;

import java.util.Map;

/** The authorizer's decision on a request. */
public sealed interface Authorization {

  /**
   * The token is valid.
   *
   * @param claims as API Gateway passes them to a function: every value is text
   */
  record Allowed(Map<String, String> claims) implements Authorization {
    public Allowed {
      claims = Map.copyOf(claims);
    }
  }

  /**
   * The token is missing or invalid.
   *
   * @param challenge the value of {@code WWW-Authenticate}
   */
  record Denied(String challenge) implements Authorization {}
}
