package com.enterprisesigning.functions.log;

import java.util.regex.Pattern;

/**
 * Makes text from callers and BankID safe for the log. Powertools (2.9.0) escapes only quotes and
 * line ends. A line with any other control character would not be valid JSON, and would be lost to
 * the audit.
 */
public final class Printable {
  private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

  private Printable() {}

  /** Replaces each control character with a question mark. */
  public static String text(String any) {
    return CONTROLS.matcher(any).replaceAll("?");
  }
}
