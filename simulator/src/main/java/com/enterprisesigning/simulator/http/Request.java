package com.enterprisesigning.simulator.http;

import java.util.Optional;

/**
 * The parts of a request that the simulator uses. {@code toString} shows only method and path.
 *
 * @param path the path below the handler's mount point; empty, or begins with a slash
 * @param query as received, not decoded
 * @param contentType as received
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
