package com.enterprisesigning.local.gateway;

import java.util.Optional;

/** Judges the token of a request, as the HTTP API's JWT authorizer does. */
@FunctionalInterface
public interface Authorizer {

  /**
   * Judges one request.
   *
   * @param header the request's {@code Authorization}, where it has one
   */
  Authorization authorize(Optional<String> header);
}
