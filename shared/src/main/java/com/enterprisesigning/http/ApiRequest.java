package com.enterprisesigning.http;

import com.enterprisesigning.signing.Deadline;
import com.enterprisesigning.signing.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A call as the gateway passes it on, with its token already verified. Its {@code toString} shows
 * nothing of the body.
 *
 * @param path the path of the call, decoded
 * @param id the {@code {id}} of the path, if the route has one
 * @param query the query parameters, decoded. API Gateway joins the values of a repeated parameter
 *     with commas
 * @param headers by name in lower case
 * @param body as sent, empty if there was none
 * @param sourceIp the address that the gateway saw, never {@code X-Forwarded-For}
 * @param requestId appears in every problem and every log line of the call
 * @param deadline when the call must be done
 */
@SuppressWarnings("ArrayRecordComponent") // requests are not compared, and copying 1 MB is costly
public record ApiRequest(
    String path,
    Optional<String> id,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body,
    String sourceIp,
    Caller caller,
    String requestId,
    Deadline deadline) {

  public ApiRequest {
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }

  /**
   * Returns the {@code {id}} of the path.
   *
   * @throws RequestRefused if it is not a UUID
   */
  UUID pathId() throws RequestRefused {
    return id.flatMap(Form::uuid)
        .orElseThrow(
            () -> new RequestRefused(Reason.INVALID_REQUEST, "the id in the path must be a UUID"));
  }

  @Override
  public String toString() {
    return "ApiRequest[requestId=" + requestId + "]";
  }
}
