package com.enterprisesigning.http;

import java.util.Map;
import java.util.Optional;

/**
 * A call as the gateway passes it on, its token already verified. Its text shows nothing of the
 * body.
 *
 * @param path as it was called, decoded
 * @param id the {@code {id}} of the path, where the route has one
 * @param headers by name in lower case
 * @param body as it was sent, empty where there was none
 * @param sourceIp the address that the gateway saw, never {@code X-Forwarded-For}
 * @param requestId stands in every problem and every log line of the call
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares requests, and a copy of 1 MB costs
public record ApiRequest(
    String path,
    Optional<String> id,
    Map<String, String> headers,
    byte[] body,
    String sourceIp,
    Caller caller,
    String requestId) {

  public ApiRequest {
    headers = Map.copyOf(headers);
  }

  Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }

  @Override
  public String toString() {
    return "ApiRequest[requestId=" + requestId + "]";
  }
}
