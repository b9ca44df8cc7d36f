package com.enterprisesigning.http;

import java.nio.charset.StandardCharsets;

/** What text may hold, so that it survives UTF-8, BankID and a reader's eye. */
final class Text {
  private static final int REPLACEMENT_CHARACTER = 0xFFFD;

  private Text() {}

  /**
   * Nothing was lost on the way: no half of a surrogate pair, which JSON can escape and UTF-8
   * cannot carry (RFC 8259 8.2), and no U+FFFD, which a gateway puts where the body was not UTF-8.
   * Nobody is to sign a text that is not the caller's.
   */
  static boolean isUnicode(String text) {
    return text.codePoints().noneMatch(c -> isHalf(c) || c == REPLACEMENT_CHARACTER);
  }

  /** The text, with U+FFFD in the place of each half of a surrogate pair. */
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
