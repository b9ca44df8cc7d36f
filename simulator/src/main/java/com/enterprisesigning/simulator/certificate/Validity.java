package com.enterprisesigning.simulator.certificate;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The period in which a certificate is valid. */
public record Validity(Instant notBefore, Instant notAfter) {
  private static final Duration YEAR = Duration.ofDays(365);

  /**
   * Returns the validity of authorities and of TLS certificates. It is wide because the TLS peer
   * checks it by its own clock, even if a test has turned the simulator's clock.
   */
  static Validity ofAuthority(Instant now) {
    return around(now, YEAR.multipliedBy(20), YEAR.multipliedBy(30));
  }

  /**
   * Returns the validity of a user's BankID that was issued some months ago and is valid for years.
   */
  public static Validity ofUser(Instant now) {
    return around(now, Duration.ofDays(100), YEAR.multipliedBy(2));
  }

  /** Returns the validity of a user's BankID that expired the day before. */
  public static Validity expired(Instant now) {
    return around(now, YEAR.multipliedBy(2), Duration.ofDays(-1));
  }

  private static Validity around(Instant now, Duration before, Duration after) {
    Instant day = now.truncatedTo(ChronoUnit.DAYS);
    return new Validity(day.minus(before), day.plus(after));
  }
}
