package com.enterprisesigning.exploration;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * 128 bits of the SHA-256 of a text. Two texts with the same fingerprint are taken for the same
 * text.
 */
record Fingerprint(long high, long low) {

  static Fingerprint of(CharSequence text) {
    byte[] digest = sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8));
    ByteBuffer bits = ByteBuffer.wrap(digest);
    return new Fingerprint(bits.getLong(), bits.getLong());
  }

  /** Returns the fingerprint of this text and the text that follows it. */
  Fingerprint and(String more) {
    StringBuilder text = new StringBuilder(more);
    describe(text);
    return of(text);
  }

  void describe(StringBuilder text) {
    text.append(' ').append(high).append(' ').append(low);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
