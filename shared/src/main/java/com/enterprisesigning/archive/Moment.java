package com.enterprisesigning.archive;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes times in digits, so that no locale of the machine changes a package. */
final class Moment {
  private static final DateTimeFormatter RFC_3339 =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter READ =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

  private Moment() {}

  /** Returns the time as the evidence call writes it. */
  static String utc(Instant at) {
    return RFC_3339.format(at);
  }

  /** Returns the time in Sweden, to be read. */
  static String swedish(Instant at) {
    return READ.withZone(SWEDEN).format(at);
  }

  /** Returns the time in UTC, to be read. */
  static String read(Instant at) {
    return READ.withZone(ZoneOffset.UTC).format(at);
  }
}
