package com.enterprisesigning.store;

import java.util.Base64;
import java.util.Optional;

/** Packs base64 text as the compressed bytes that it encodes, which takes a third less space. */
public final class PackedBase64 {
  private PackedBase64() {}

  /**
   * Packs the text. Returns empty if the text is not base64, or if unpacking would not restore it
   * exactly.
   */
  public static Optional<byte[]> of(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return Base64.getEncoder().encodeToString(bytes).equals(text)
          ? Optional.of(Gzip.of(bytes))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Returns the base64 text that was packed. */
  public static String text(byte[] packed) {
    return Base64.getEncoder().encodeToString(Gzip.bytes(packed));
  }
}
