package com.enterprisesigning.simulator.order;

import java.time.Duration;

/**
 * The factor by which the {@link Lifetimes} and the steps of scripts are shorter than BankID's.
 * Nothing else is faster: answers show real times, and {@code t} of a QR code counts real seconds,
 * because the relying party computes it by its own clock.
 */
public record Speed(int factor) {
  public static final Speed OF_BANKID = new Speed(1);

  /**
   * At this speed an order must be opened within 300 ms. A test could not keep up with a higher
   * speed.
   */
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
