package com.enterprisesigning.simulator.certificate;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** From when to when a certificate is valid. */
public record Validity(Instant notBefore, Instant notAfter) {
  private static final Duration YEAR = Duration.ofDays(365);

  /**
   * Of authorities and of TLS: wide, because the peer judges it by a clock of its own, which a test
   * need not turn along.
   */
  static Validity ofAuthority(Instant now) {
    return around(now, YEAR.multipliedBy(20), YEAR.multipliedBy(30));
  }

  /** Of a user's BankID that was issued some months ago and is valid for years. */
  public static Validity ofUser(Instant now) {
    return around(now, Duration.ofDays(100), YEAR.multipliedBy(2));
  }

  /** Of a user's BankID that ran out the day before. */
  public static Validity expired(Instant now) {
    return around(now, YEAR.multipliedBy(2), Duration.ofDays(-1));
  }

  private static Validity around(Instant now, Duration before, Duration after) {
    Instant day = now.truncatedTo(ChronoUnit.DAYS);
    return new Validity(day.minus(before), day.plus(after));
  }
}
