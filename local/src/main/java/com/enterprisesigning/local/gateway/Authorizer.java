package com.enterprisesigning.local.gateway;

import java.util.Optional;

/** Checks the token of a request, as the HTTP API's JWT authorizer does. */
@FunctionalInterface
public interface Authorizer {

  /**
   * Checks one request.
   *
   * @param header the request's {@code Authorization}, if it has one
   */
  Authorization authorize(Optional<String> header);
}
