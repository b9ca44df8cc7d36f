package com.enterprisesigning.local.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Optional;

/**
 * An answer, and the two instants between which it was made.
 *
 * @param body missing if the answer is empty
 */
public record Reply(
    int status, HttpHeaders headers, JsonNode body, Instant sentAt, Instant receivedAt) {

  /** Checks the status. */
  public Reply is(int expected) {
    assertEquals(expected, status, body.toString());
    return this;
  }

  /** Checks the status and the reason's code. */
  public Reply is(int expected, String code) {
    assertEquals(expected + " " + code, status + " " + reason(), body.toString());
    return this;
  }

  /** Returns the reason's code, empty if there is none. */
  public String reason() {
    return body.at("/reason/code").asText();
  }

  public String text(String member) {
    return body.path(member).asText();
  }

  public boolean has(String member) {
    return body.has(member);
  }

  Instant time(String member) {
    return Instant.parse(text(member));
  }

  /** Returns when the same call may succeed. */
  public Optional<Instant> retryAt() {
    return has("retry_at") ? Optional.of(time("retry_at")) : Optional.empty();
  }

  Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** Returns whether the signing has ended, according to {@code /collect}. */
  public boolean isEnd() {
    return status == 200 && !has("next_collect_ms");
  }

  /** Returns the body without the members that differ at each call. */
  JsonNode lasting(String... others) {
    ObjectNode lasting = body.deepCopy();
    lasting.remove("request_id");
    for (String other : others) {
      lasting.remove(other);
    }
    return lasting;
  }
}
