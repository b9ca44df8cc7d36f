package com.enterprisesigning.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times in the format of the contract: RFC 3339 in UTC, always with milliseconds. */
final class Times {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Times() {}

  static String text(Instant time) {
    return FORMAT.format(time);
  }

  /** Rounded up, so that a client that waits until then is never early. */
  static String textRoundedUp(Instant time) {
    Instant floor = time.truncatedTo(ChronoUnit.MILLIS);
    return text(floor.equals(time) ? floor : floor.plusMillis(1));
  }

  /**
   * Returns whole seconds for {@code Retry-After}, rounded up, at least 1 (RFC 9110 section
   * 10.2.3).
   */
  static long secondsUntil(Instant time, Instant now) {
    Duration wait = Duration.between(now, time);
    long whole = wait.getSeconds() + (wait.getNano() > 0 ? 1 : 0);
    return Math.max(1, whole);
  }
}
