package com.enterprisesigning.simulator.rp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What BankID is known to refuse in {@code simpleMarkdownV1} ({@code docs/bankid.md#markdown}). */
final class SimpleMarkdown {
  private SimpleMarkdown() {}

  /** Refuses a list item whose plus sign is directly followed by a letter or a digit. */
  static void check(String base64) {
    String text = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    String[] lines = text.split("\\r\\n|\\r|\\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i];
      if (line.length() > 1 && line.charAt(0) == '+' && isLetterOrNumber(line.codePointAt(1))) {
        throw RpRefusal.invalidParameters(
            "At ("
                + (i + 1)
                + ", 1): Initial token for unordered list items must be '+' and it must be followed"
                + " by space.");
      }
    }
  }

  private static boolean isLetterOrNumber(int codePoint) {
    return Character.isLetterOrDigit(codePoint);
  }
}
