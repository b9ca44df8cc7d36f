package com.enterprisesigning.http;

import java.nio.charset.StandardCharsets;

/** The characters that a text may contain, so that UTF-8, BankID and a reader can handle it. */
final class Text {
  private static final int REPLACEMENT_CHARACTER = 0xFFFD;

  private Text() {}

  /**
   * Returns whether nothing was lost in transit, so that nobody signs a text that differs from the
   * caller's. Half a surrogate pair can be escaped in JSON but not encoded in UTF-8 (RFC 8259
   * section 8.2). A gateway puts U+FFFD where the body was not UTF-8.
   */
  static boolean isUnicode(String text) {
    return text.codePoints().noneMatch(c -> isHalf(c) || c == REPLACEMENT_CHARACTER);
  }

  /** Returns the text with U+FFFD in place of each half of a surrogate pair. */
  static String wellFormed(String text) {
    return text.codePoints()
        .map(c -> isHalf(c) ? REPLACEMENT_CHARACTER : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  static boolean isOneLine(String text) {
    return text.codePoints().noneMatch(Character::isISOControl);
  }

  /**
   * Returns whether a person can read the text: tab and line ends are the only control characters.
   */
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
