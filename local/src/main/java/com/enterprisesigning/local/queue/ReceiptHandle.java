package com.enterprisesigning.local.queue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a receiver must name to delete a message: another at each receipt.
 *
 * @param receive the how manieth receipt it is of
 */
record ReceiptHandle(UUID message, int receive) {
  private static final Pattern TEXT = Pattern.compile("([0-9a-f-]{36})#(\\d{1,9})");

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws QueueRefusal where it is something else
   */
  static ReceiptHandle parse(String text) {
    try {
      byte[] decoded = Base64.getUrlDecoder().decode(text);
      Matcher parts = TEXT.matcher(new String(decoded, StandardCharsets.UTF_8));
      if (parts.matches()) {
        return new ReceiptHandle(UUID.fromString(parts.group(1)), Integer.parseInt(parts.group(2)));
      }
    } catch (IllegalArgumentException e) {
      // Neither base64 nor a UUID: refused below.
    }
    throw QueueRefusal.of(
        "ReceiptHandleIsInvalid", "ReceiptHandleIsInvalid", "The input receipt handle is invalid.");
  }

  /** Opaque to whoever gets it. */
  String text() {
    return Base64.getUrlEncoder()
        .encodeToString((message + "#" + receive).getBytes(StandardCharsets.UTF_8));
  }
}
