package com.enterprisesigning.exploration;

import com.enterprisesigning.signing.Pause;
import com.enterprisesigning.signing.TurnedClock;
import java.time.Duration;

/** A pause that turns the clock. */
record Waiting(TurnedClock clock) implements Pause {
  @Override
  public void pause(Duration duration) {
    clock.turn(duration);
  }
}
