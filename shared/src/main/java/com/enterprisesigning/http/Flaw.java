package com.enterprisesigning.http;

import com.enterprisesigning.domain.SigningText;
import java.util.regex.Pattern;

/** What makes a text unusable, and the words in which a problem says so. */
enum Flaw {
  /**
   * Something was lost in transit, so the text differs from the caller's. Half a surrogate pair can
   * be escaped in JSON but not encoded in UTF-8 (RFC 8259 section 8.2). A gateway puts U+FFFD where
   * the body was not UTF-8.
   */
  LOST(
      "[\\ud800-\\udfff\\ufffd]",
      "contains U+FFFD or half a surrogate pair, so characters were lost; send the text in UTF-8"),

  CONTROL("[\\x00-\\x1f\\x7f-\\x9f]", "must not contain control characters"),

  /** Tab and line ends are the only control characters that a person can read. */
  UNREADABLE(
      "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f]",
      "must not contain control characters other than tab, carriage return and line feed"),

  NUL("\\x00", "must not contain NUL characters"),

  /**
   * Data that could pass for the line by which the service binds a signature to its participant.
   */
  RESERVED(
      SigningText.RESERVED,
      "must not contain " + SigningText.RESERVED + ", which marks the service's own data"),

  /** With these the signer reads the characters in another order than they are signed. */
  TURNED(
      "[\\u202a-\\u202e\\u2066-\\u2069]",
      "must not contain characters that turn the reading direction (U+202A to U+202E, U+2066 to"
          + " U+2069)"),

  /** Only white space, control characters and characters that are displayed as nothing. */
  INVISIBLE(
      "\\A[\\x00-\\x20\\x7f-\\xa0\\xad\\u034f\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f"
          + "\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u2800\\u3000\\u3164\\ufe00-\\ufe0f\\ufeff"
          + "\\uffa0\\ufff0-\\ufffb\\x{1bca0}-\\x{1bca3}\\x{1d173}-\\x{1d17a}"
          + "\\x{e0000}-\\x{e0fff}]+\\z",
      "must contain something that a person can see");

  private final Pattern found;
  private final String problem;

  Flaw(String found, String problem) {
    this.found = Pattern.compile(found);
    this.problem = problem;
  }

  boolean isIn(String text) {
    return found.matcher(text).find();
  }

  /** Returns what follows the member's name in a problem's {@code detail}. */
  String problem() {
    return problem;
  }
}
