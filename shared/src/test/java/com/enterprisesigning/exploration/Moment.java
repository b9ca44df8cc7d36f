package com.enterprisesigning.exploration;

import java.time.Duration;
import java.time.Instant;

/** When a call took effect, as precisely as its answer, its neighbours and the events show. */
record Moment(Instant earliest, Instant latest) {

  boolean mayBeBefore(Instant end) {
    return earliest.isBefore(end);
  }

  boolean mayBeAt(Instant end) {
    return !latest.isBefore(end);
  }

  /** Returns whether {@code end} may be {@code length} after this moment. */
  boolean mayBe(Duration length, Instant end) {
    Instant from = end.minus(length);
    return !from.isBefore(earliest) && !from.isAfter(latest);
  }
}
