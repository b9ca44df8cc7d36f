package com.enterprisesigning.local.console;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The time of day at this machine, to the second. */
final class ConsoleTime {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  private ConsoleTime() {}

  static String of(Instant time) {
    return FORMAT.format(time);
  }
}
