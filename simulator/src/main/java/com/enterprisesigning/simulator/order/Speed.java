package com.enterprisesigning.simulator.order;

import java.time.Duration;

/**
 * How many times as fast as BankID's own the {@link Lifetimes} pass, and the steps of scripts with
 * them. Nothing else is faster: the times that are shown are those of the clock, and {@code t} of a
 * QR code counts real seconds, because the relying party computes it by a clock of its own.
 */
public record Speed(int factor) {
  public static final Speed OF_BANKID = new Speed(1);

  /** At this speed there are 300 ms to open an order: less than a test needs. */
  public static final int HIGHEST = 100;

  public Speed {
    if (factor < 1 || factor > HIGHEST) {
      throw new IllegalArgumentException("a speed is from 1 to " + HIGHEST);
    }
  }

  Duration of(Duration lifetime) {
    return lifetime.dividedBy(factor);
  }
}
