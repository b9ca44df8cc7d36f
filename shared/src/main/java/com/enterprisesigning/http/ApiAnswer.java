package com.enterprisesigning.http;

import com.enterprisesigning.signing.Reason;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to a call. Its {@code toString} shows nothing of the body.
 *
 * @param body absent with 204
 * @param reason why the call was refused, for the log; absent if it was not refused
 */
public record ApiAnswer(
    int status, Map<String, String> headers, Optional<Body> body, Optional<Reason> reason) {

  /** The body of an answer. */
  public sealed interface Body {

    /** JSON. */
    record Text(String text) implements Body {}

    /** A file. */
    @SuppressWarnings("ArrayRecordComponent") // answers are not compared
    record Bytes(byte[] bytes) implements Body {}
  }

  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";
  private static final String ZIP = "application/zip";

  /** Answers carry launch tokens and personal data, so no cache may keep them. */
  private static final String NO_STORE = "no-store";

  public ApiAnswer {
    headers = Map.copyOf(headers);
  }

  static ApiAnswer of(int status, ObjectNode body) {
    return new ApiAnswer(status, headers(JSON), text(body), Optional.empty());
  }

  /**
   * Answers a zip, which a browser saves under this name.
   *
   * @param name letters, digits, dots and hyphens
   */
  static ApiAnswer zip(byte[] zip, String name) {
    return new ApiAnswer(200, headers(ZIP), Optional.of(new Body.Bytes(zip)), Optional.empty())
        .with("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  static ApiAnswer noContent() {
    return new ApiAnswer(
        204, Map.of("Cache-Control", NO_STORE), Optional.empty(), Optional.empty());
  }

  static ApiAnswer problem(int status, ObjectNode body, Reason reason) {
    return new ApiAnswer(status, headers(PROBLEM), text(body), Optional.of(reason));
  }

  ApiAnswer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new ApiAnswer(status, more, body, reason);
  }

  private static Optional<Body> text(ObjectNode body) {
    return Optional.of(new Body.Text(Json.write(body)));
  }

  private static Map<String, String> headers(String contentType) {
    return Map.of("Content-Type", contentType, "Cache-Control", NO_STORE);
  }

  @Override
  public String toString() {
    return "ApiAnswer[status=" + status + ", reason=" + reason + "]";
  }
}
