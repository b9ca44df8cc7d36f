package com.enterprisesigning.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** The bytes of a part that BankID sent as base64. */
final class Decoded {
  private Decoded() {}

  /** Returns the text itself if it is not base64: such a signature is kept too, and rejected. */
  static byte[] of(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return base64.getBytes(UTF_8);
    }
  }
}
