package com.enterprisesigning.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** The SHA-256 (FIPS 180-4) of a file. */
final class Fingerprint {
  private Fingerprint() {}

  /** Returns 64 lower-case hexadecimal digits. */
  static String hex(byte[] file) {
    return HexFormat.of().formatHex(sha256(file));
  }

  /** Returns base64, the form in which a Content-Security-Policy names a style. */
  static String base64(byte[] file) {
    return Base64.getEncoder().encodeToString(sha256(file));
  }

  private static byte[] sha256(byte[] file) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(file);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
