package com.enterprisesigning.local.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One call of the signing API, for the page's time line. No token is in it.
 *
 * @param at when it was sent
 * @param request the body; empty where the call has none
 * @param idempotencyKey the header, where it was sent
 * @param status HTTP status of the answer
 * @param answer the body; empty where there was none
 * @param took until the whole answer was there
 */
record ApiCall(
    Instant at,
    String method,
    String path,
    Optional<JsonNode> request,
    Optional<String> idempotencyKey,
    int status,
    Optional<JsonNode> answer,
    Duration took) {

  @Override
  public String toString() {
    return "ApiCall[" + method + " " + path + " " + status + "]";
  }

  /** A member of the answer, where it is a text. */
  Optional<String> text(String pointer) {
    return answer.map(body -> body.at(pointer)).map(JsonNode::textValue);
  }

  /** As the page reads it: snake_case, {@code at} in RFC 3339 UTC, {@code took_ms} in whole ms. */
  ObjectNode toJson() {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("at", at.toString())
            .put("method", method)
            .put("path", path)
            .put("status", status)
            .put("took_ms", took.toMillis());
    request.ifPresent(body -> json.set("request", body));
    idempotencyKey.ifPresent(key -> json.put("idempotency_key", key));
    answer.ifPresent(body -> json.set("answer", body));
    return json;
  }
}
