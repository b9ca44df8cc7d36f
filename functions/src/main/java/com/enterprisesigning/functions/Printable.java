package com.enterprisesigning.functions;

import java.util.regex.Pattern;

/**
 * Text for the log that others chose. Powertools escapes quotes and line ends alone (2.9.0): a line
 * with any other control character would be no JSON, and be lost to whoever reads the audit.
 */
final class Printable {
  private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

  private Printable() {}

  static String text(String any) {
    return CONTROLS.matcher(any).replaceAll("?");
  }
}
