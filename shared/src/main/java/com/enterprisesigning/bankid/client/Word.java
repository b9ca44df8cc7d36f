package com.enterprisesigning.bankid.client;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Limits a code of BankID's that reaches the log to a single word, so that it can be neither a
 * number nor a separate line.
 */
final class Word {
  private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,63}");

  private Word() {}

  /** Returns the code, {@code malformed} if it is not a single word, or {@code absent}. */
  static String of(Optional<String> raw) {
    return raw.map(text -> FORM.matcher(text).matches() ? text : "malformed").orElse("absent");
  }
}
