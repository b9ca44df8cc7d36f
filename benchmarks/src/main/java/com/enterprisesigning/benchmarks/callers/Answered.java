package com.enterprisesigning.benchmarks.callers;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/**
 * An answer of a gateway, and between which two instants it was made.
 *
 * @param body missing where it is empty
 */
public record Answered(int status, JsonNode body, Instant sentAt, Instant endedAt) {

  /**
   * Holds the status.
   *
   * @throws IllegalStateException where it is another
   */
  public Answered is(int expected) {
    if (status != expected) {
      throw new IllegalStateException("answered " + status + ", not " + expected + ": " + body);
    }
    return this;
  }

  /** Of the first one that is registered. */
  public String participant() {
    return is(201).body.at("/participants/0/id").asText();
  }

  public double millis() {
    return Duration.between(sentAt, endedAt).toNanos() / 1e6;
  }

  /** Whether that instant lies in the call. */
  public boolean spans(Instant instant) {
    return !instant.isBefore(sentAt) && !instant.isAfter(endedAt);
  }
}
