package com.enterprisesigning.signing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The time at which an invocation ends, whatever it is doing ({@code docs/architecture.md#timing}).
 * No step is begun that does not fit into the remaining time. A completion in memory is offered to
 * the table until then.
 */
public record Deadline(Instant at, Clock clock) {

  /** Returns whether at least this much time is left. */
  boolean leaves(Duration needed) {
    return !clock.instant().plus(needed).isAfter(at);
  }
}
