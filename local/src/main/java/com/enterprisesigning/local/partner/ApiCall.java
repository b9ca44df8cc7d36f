package com.enterprisesigning.local.partner;

import com.enterprisesigning.local.web.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One call of the signing API, for the page's timeline. It contains no token.
 *
 * @param at when the call was sent
 * @param request the body; empty if the call has none
 * @param idempotencyKey the {@code Idempotency-Key}, if the call has one
 * @param status HTTP status of the answer
 * @param answer the body; empty if there was none, or if it was a file
 * @param file the body, if it was a file
 * @param took time until the whole answer was received
 */
record ApiCall(
    Instant at,
    String method,
    String path,
    Optional<JsonNode> request,
    Optional<String> idempotencyKey,
    int status,
    Optional<JsonNode> answer,
    Optional<byte[]> file,
    Duration took) {

  @Override
  public String toString() {
    return "ApiCall[" + method + " " + path + " " + status + "]";
  }

  /** Returns a member of the answer, if it is a string. */
  Optional<String> text(String pointer) {
    return answer.map(body -> body.at(pointer)).map(JsonNode::textValue);
  }

  /**
   * Returns the call as the page reads it: snake_case, {@code at} in RFC 3339 UTC, {@code took_ms}
   * in whole milliseconds.
   */
  ObjectNode toJson() {
    ObjectNode json =
        Json.object()
            .put("at", at.toString())
            .put("method", method)
            .put("path", path)
            .put("status", status)
            .put("took_ms", took.toMillis());
    request.ifPresent(body -> json.set("request", body));
    idempotencyKey.ifPresent(key -> json.put("idempotency_key", key));
    answer.ifPresent(body -> json.set("answer", body));
    file.ifPresent(it -> json.put("answer", "a file of " + it.length + " bytes"));
    return json;
  }
}
