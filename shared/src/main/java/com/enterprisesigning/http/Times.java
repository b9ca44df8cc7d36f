package com.enterprisesigning.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Times in RFC 3339 (section 5.6). The contract answers them in UTC, always with milliseconds, and
 * reads them with any offset.
 */
final class Times {
  /** {@link OffsetDateTime#parse} also accepts ISO 8601 forms that RFC 3339 does not allow. */
  private static final Pattern FORM =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?(?:[Zz]|[+-]\\d{2}:\\d{2})");

  /**
   * The last hours of year 9999 with a negative offset fall into year 10000 of UTC, which RFC 3339
   * cannot express.
   */
  private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Times() {}

  /** Reads a time to the millisecond, which is the precision that is stored and answered. */
  static Optional<Instant> parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
              OffsetDateTime.parse(text.toUpperCase(Locale.ROOT))
                  .toInstant()
                  .truncatedTo(ChronoUnit.MILLIS))
          .filter(time -> time.isBefore(YEAR_10000));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

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
