package com.enterprisesigning.http;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** UUIDs in the form of RFC 9562 section 4: 8-4-4-4-12 hexadecimal digits, in either case. */
final class Uuids {
  /** {@link UUID#fromString} also accepts {@code 1-1-1-1-1}. */
  private static final Pattern FORM =
      Pattern.compile("[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}");

  private Uuids() {}

  static Optional<UUID> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
  }
}
