package com.enterprisesigning.packing;

import java.util.Base64;
import java.util.Optional;

/** Base64 text as compressed bytes of what it encodes, which packs a third better. */
public final class PackedBase64 {
  private PackedBase64() {}

  /** Packs it; empty where it is no base64, or of a spelling that would not come back as it is. */
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

  /** The base64 text that was packed. */
  public static String text(byte[] packed) {
    return Base64.getEncoder().encodeToString(Gzip.bytes(packed));
  }
}
