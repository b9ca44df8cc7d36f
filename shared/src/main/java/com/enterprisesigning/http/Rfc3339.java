package com.enterprisesigning.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A time in a request (RFC 3339 section 5.6), with any offset. */
final class Rfc3339 {
  /** {@link OffsetDateTime#parse} also accepts ISO 8601 forms that RFC 3339 does not allow. */
  private static final Pattern FORM =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?(?:[Zz]|[+-]\\d{2}:\\d{2})");

  /** The end of year 9999 west of Greenwich is a time in UTC that RFC 3339 cannot express. */
  private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

  private Rfc3339() {}

  /**
   * A time after {@code now}, read to the millisecond, which is the precision that is stored and
   * answered.
   */
  static Form<Instant> laterThan(Instant now) {
    return Form.parsed(
        "a time in the future in RFC 3339, such as 2030-01-31T12:00:00Z",
        text -> parse(text).filter(time -> time.isAfter(now)));
  }

  private static Optional<Instant> parse(String text) {
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
}
