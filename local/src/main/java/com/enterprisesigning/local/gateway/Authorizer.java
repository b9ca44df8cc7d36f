package com.enterprisesigning.local.gateway;

import java.util.Map;
import java.util.Optional;

/** Checks the token of a request, as the HTTP API's JWT authorizer does. */
@FunctionalInterface
public interface Authorizer {

  /**
   * Checks one request.
   *
   * @param header the request's {@code Authorization}, if it has one
   */
  Decision authorize(Optional<String> header);

  /** The authorizer's decision on a request. */
  sealed interface Decision {}

  /**
   * The token is valid.
   *
   * @param claims as API Gateway passes them to a function: every value is text
   */
  record Allowed(Map<String, String> claims) implements Decision {
    public Allowed {
      claims = Map.copyOf(claims);
    }
  }

  /**
   * The token is missing or invalid.
   *
   * @param challenge the value of {@code WWW-Authenticate}
   */
  record Denied(String challenge) implements Decision {}
}
