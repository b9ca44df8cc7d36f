package com.enterprisesigning.local.queue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a receiver must name to delete a message. It is different for each receive.
 *
 * @param receive which receive this handle belongs to (1 = first)
 */
record ReceiptHandle(UUID message, int receive) {
  private static final Pattern TEXT = Pattern.compile("([0-9a-f-]{36})#(\\d{1,9})");

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws QueueRefusal if the text is anything else
   */
  static ReceiptHandle parse(String text) {
    try {
      byte[] decoded = Base64.getUrlDecoder().decode(text);
      Matcher parts = TEXT.matcher(new String(decoded, StandardCharsets.UTF_8));
      if (parts.matches()) {
        return new ReceiptHandle(UUID.fromString(parts.group(1)), Integer.parseInt(parts.group(2)));
      }
    } catch (IllegalArgumentException e) {
      // Neither base64 nor a UUID: rejected below.
    }
    throw QueueRefusal.of(
        "ReceiptHandleIsInvalid", "ReceiptHandleIsInvalid", "The input receipt handle is invalid.");
  }

  /** Returns the handle as text, opaque to the receiver. */
  String text() {
    return Base64.getUrlEncoder()
        .encodeToString((message + "#" + receive).getBytes(StandardCharsets.UTF_8));
  }
}
