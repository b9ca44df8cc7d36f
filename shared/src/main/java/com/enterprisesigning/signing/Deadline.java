package com.enterprisesigning.signing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * When an invocation ends, whatever it is doing: nothing is begun that the rest of its time does
 * not hold, and a completion in memory is offered to the table until then (design section 5,
 * timing).
 */
public record Deadline(Instant at, Clock clock) {

  /** Whether as much time is left. */
  boolean leaves(Duration needed) {
    return !clock.instant().plus(needed).isAfter(at);
  }
}
