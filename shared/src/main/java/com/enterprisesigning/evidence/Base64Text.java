package com.enterprisesigning.evidence;

import java.util.Base64;

/** Decodes base64 from a completion, up to a maximum length. */
final class Base64Text {
  private Base64Text() {}

  /**
   * @param maximum the most characters that are read
   */
  static byte[] decode(String text, int maximum) throws StepFailed {
    if (text.length() > maximum) {
      throw new StepFailed(
          "The data is larger than " + maximum + " characters, so it was not read.");
    }
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new StepFailed("The data is not base64.");
    }
  }
}
