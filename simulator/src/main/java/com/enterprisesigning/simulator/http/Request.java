package com.enterprisesigning.simulator.http;

import java.util.Optional;

/**
 * A request as far as the simulator looks at it; its text shows method and path alone.
 *
 * @param path without the part that the handler is mounted under; empty or begins with a slash
 * @param query raw
 * @param contentType as it came
 * @param body at most one byte longer than the handler's limit
 */
@SuppressWarnings("ArrayRecordComponent") // read once, and never compared
public record Request(
    String method, String path, Optional<String> query, Optional<String> contentType, byte[] body) {

  @Override
  public String toString() {
    return method + " " + path;
  }
}
