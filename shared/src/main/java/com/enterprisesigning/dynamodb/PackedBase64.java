package com.enterprisesigning.dynamodb;

import java.util.Base64;
import java.util.Optional;

/**
 * Base64 text as compressed bytes of what it encodes, which packs a third better; text that would
 * not come back to the letter is kept as it is.
 */
final class PackedBase64 {
  private PackedBase64() {}

  /** Sets {@code name} to the packed bytes, or {@code name_text} to the text as it came. */
  static void set(Draft draft, String name, String text) {
    Optional<byte[]> decoded = decoded(text);
    if (decoded.isPresent()) {
      draft.set(name, Gzip.of(decoded.get()));
    } else {
      draft.set(name + "_text", Gzip.of(text));
    }
  }

  static String read(Item item, String name) {
    return item.optionalBytes(name)
        .map(packed -> Base64.getEncoder().encodeToString(Gzip.bytes(packed)))
        .orElseGet(() -> Gzip.text(item.bytes(name + "_text")));
  }

  private static Optional<byte[]> decoded(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return Base64.getEncoder().encodeToString(bytes).equals(text)
          ? Optional.of(bytes)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
