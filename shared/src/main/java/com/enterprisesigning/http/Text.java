package com.enterprisesigning.http;

import java.nio.charset.StandardCharsets;

/** What text may hold, so that it survives UTF-8, BankID and a reader's eye. */
final class Text {
  private Text() {}

  /** No half of a surrogate pair: JSON can escape one, UTF-8 cannot carry it (RFC 8259 8.2). */
  static boolean isUnicode(String text) {
    return text.codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  static boolean isOneLine(String text) {
    return text.codePoints().noneMatch(Character::isISOControl);
  }

  /** What a person is to read: of the controls only tab and the line ends (bankid-facts 2.1). */
  static boolean isReadable(String text) {
    return text.codePoints()
        .noneMatch(c -> Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r');
  }

  static boolean hasNoNul(String text) {
    return text.indexOf('\0') < 0;
  }

  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
