package com.enterprisesigning.benchmarks.callers;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/**
 * A gateway's answer, with the times when the call was sent and when it ended.
 *
 * @param body a missing node if the body is empty
 */
public record Answered(int status, JsonNode body, Instant sentAt, Instant endedAt) {

  /**
   * Checks the status.
   *
   * @throws IllegalStateException if the status is not the expected one
   */
  public Answered is(int expected) {
    if (status != expected) {
      throw new IllegalStateException("answered " + status + ", not " + expected + ": " + body);
    }
    return this;
  }

  /** Returns the id of the first registered participant. */
  public String participant() {
    return is(201).body.at("/participants/0/id").asText();
  }

  public double millis() {
    return Duration.between(sentAt, endedAt).toNanos() / 1e6;
  }

  /** Returns whether the instant lies within the call. */
  public boolean spans(Instant instant) {
    return !instant.isBefore(sentAt) && !instant.isAfter(endedAt);
  }
}
