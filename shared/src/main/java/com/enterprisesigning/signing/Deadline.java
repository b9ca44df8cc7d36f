package com.enterprisesigning.signing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The time by which an invocation must be done, shortly before Lambda ends it ({@code
 * docs/architecture.md#the-protocols}). A step that must not be cut short begins only if enough
 * time is left. A completion in memory is offered to the table until then.
 */
public record Deadline(Instant at, Clock clock) {

  /** Returns whether at least this much time is left. */
  boolean leaves(Duration needed) {
    return !clock.instant().plus(needed).isAfter(at);
  }
}
