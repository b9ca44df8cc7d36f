package com.enterprisesigning.http;

import com.enterprisesigning.signing.Reason;
import java.util.UUID;

/** The {@code {id}} in a path. */
final class PathId {
  private PathId() {}

  /**
   * @throws RequestRefused if it is not a UUID
   */
  static UUID read(ApiRequest request) throws RequestRefused {
    return request
        .id()
        .flatMap(Uuids::parse)
        .orElseThrow(
            () -> new RequestRefused(Reason.INVALID_REQUEST, "the id in the path must be a UUID"));
  }
}
