package com.enterprisesigning.local.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The content of a 409 of the conflict rules, member by member. */
final class Conflicts {
  private static final Set<String> MEMBERS =
      Set.of("type", "title", "status", "instance", "reason", "detail", "request_id", "retry_at");

  private Conflicts() {}

  private static void check(Reply reply, String instance) {
    reply.is(409, "RFA4_SIGNING_IN_PROGRESS");
    assertEquals(Optional.of("application/problem+json"), reply.header("Content-Type"));
    assertEquals("about:blank", reply.text("type"));
    assertEquals("Conflict", reply.text("title"));
    assertEquals(409, reply.body().path("status").asInt());
    assertEquals(instance, reply.text("instance"));
    assertEquals(
        "An identification or signing for this personal number is already started."
            + " Please try again",
        reply.body().at("/reason/message").asText());
    assertEquals(2, reply.body().path("reason").size(), "members of reason");
    Set<String> others = new HashSet<>();
    reply.body().fieldNames().forEachRemaining(others::add);
    others.removeAll(MEMBERS);
    assertEquals(Set.of(), others, "members that are not in the contract");
  }

  /** Checks that both orders died and the same address may start at once. */
  static void checkWithoutBlock(Reply reply, String instance) {
    check(reply, instance);
    assertEquals(Optional.empty(), reply.retryAt());
    assertEquals(Optional.empty(), reply.header("Retry-After"));
  }

  /** Checks that this call has set a block, which counts from the call. */
  static void checkNewBlock(Reply reply, String instance, int seconds) {
    check(reply, instance);
    Instant setAt = reply.retryAt().orElseThrow().minusSeconds(seconds);
    // The answered time is rounded up to the millisecond.
    assertFalse(setAt.isBefore(reply.sentAt()), "the block began before the call");
    assertFalse(setAt.isAfter(reply.receivedAt().plusMillis(1)), "the block began after the call");
    checkRetryAfter(reply);
  }

  /** Checks that this call met the block and changed nothing. */
  static void checkSameBlock(Reply block, Reply reply, String instance) {
    check(reply, instance);
    assertEquals(block.retryAt(), reply.retryAt());
    checkRetryAfter(reply);
  }

  /** Checks that header and member state the same instant. */
  private static void checkRetryAfter(Reply reply) {
    Instant end = reply.retryAt().orElseThrow();
    long seconds = Long.parseLong(reply.header("Retry-After").orElseThrow());
    assertTrue(
        seconds <= roundedUp(Duration.between(reply.sentAt(), end))
            && seconds >= Math.max(1, roundedUp(Duration.between(reply.receivedAt(), end))),
        () -> "Retry-After " + seconds + " is not the time until " + end);
  }

  private static long roundedUp(Duration duration) {
    return duration.plusNanos(999_999_999).toSeconds();
  }
}
