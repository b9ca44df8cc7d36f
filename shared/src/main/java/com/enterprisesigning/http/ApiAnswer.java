package com.enterprisesigning.http;

import com.enterprisesigning.signing.Reason;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to a call. Its {@code toString} shows nothing of the body.
 *
 * @param body JSON; absent with 204
 * @param reason why the call was refused, for the log; absent if it was not refused
 */
public record ApiAnswer(
    int status, Map<String, String> headers, Optional<String> body, Optional<Reason> reason) {

  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";

  /** Answers carry launch tokens and personal data, so no cache may keep them. */
  private static final String NO_STORE = "no-store";

  public ApiAnswer {
    headers = Map.copyOf(headers);
  }

  static ApiAnswer of(int status, ObjectNode body) {
    return new ApiAnswer(status, headers(JSON), Optional.of(Json.write(body)), Optional.empty());
  }

  static ApiAnswer noContent() {
    return new ApiAnswer(
        204, Map.of("Cache-Control", NO_STORE), Optional.empty(), Optional.empty());
  }

  static ApiAnswer problem(int status, ObjectNode body, Reason reason) {
    return new ApiAnswer(
        status, headers(PROBLEM), Optional.of(Json.write(body)), Optional.of(reason));
  }

  ApiAnswer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new ApiAnswer(status, more, body, reason);
  }

  private static Map<String, String> headers(String contentType) {
    return Map.of("Content-Type", contentType, "Cache-Control", NO_STORE);
  }

  @Override
  public String toString() {
    return "ApiAnswer[status=" + status + ", reason=" + reason + "]";
  }
}
