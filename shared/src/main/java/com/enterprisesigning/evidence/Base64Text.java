package com.enterprisesigning.evidence;

import java.util.Base64;

/** Base64 of a completion, read only where it is not larger than any that BankID makes. */
final class Base64Text {
  private Base64Text() {}

  /**
   * Decodes.
   *
   * @param maximum how many characters are read at most
   */
  static byte[] decode(String text, int maximum) throws StepFailed {
    if (text.length() > maximum) {
      throw new StepFailed("It is larger than " + maximum + " characters, so it was not read.");
    }
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new StepFailed("It is not base64.");
    }
  }
}
