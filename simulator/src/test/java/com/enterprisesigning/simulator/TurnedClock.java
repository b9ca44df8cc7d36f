package com.enterprisesigning.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that a test turns by hand. */
final class TurnedClock extends Clock {
  private final AtomicReference<Instant> now;

  TurnedClock(Instant now) {
    this.now = new AtomicReference<>(now);
  }

  void turn(Duration by) {
    now.updateAndGet(instant -> instant.plus(by));
  }

  void turnSeconds(long seconds) {
    turn(Duration.ofSeconds(seconds));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the simulator knows UTC alone");
  }
}
