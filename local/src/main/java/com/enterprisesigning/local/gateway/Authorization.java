package com.enterprisesigning.local.gateway;

import java.util.Map;

/** What the authorizer says to a request. */
public sealed interface Authorization {

  /**
   * The token is good.
   *
   * @param claims as API Gateway hands them to a function: every value is text
   */
  record Allowed(Map<String, String> claims) implements Authorization {
    public Allowed {
      claims = Map.copyOf(claims);
    }
  }

  /**
   * No token, or a bad one.
   *
   * @param challenge the value of {@code WWW-Authenticate}
   */
  record Denied(String challenge) implements Authorization {}
}
