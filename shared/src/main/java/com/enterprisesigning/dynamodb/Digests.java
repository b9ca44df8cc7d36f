package com.enterprisesigning.dynamodb;

import com.enterprisesigning.store.DigestMismatch;
import java.util.function.Function;
import java.util.function.Supplier;

/** The attribute {@code digest} of an item. Items of release 1.0 do not have it. */
final class Digests {
  private static final String DIGEST = "digest";

  private Digests() {}

  static Draft set(Draft draft, String digest) {
    return draft.set(DIGEST, Values.of(digest));
  }

  /**
   * Reads an item, and checks what was read.
   *
   * @throws DigestMismatch if the item has a digest, and cannot be read or has another digest
   */
  static <T> T checked(Item item, Supplier<T> read, Function<T, String> digestOf) {
    if (!item.has(DIGEST)) {
      return read.get();
    }
    T value;
    try {
      value = read.get();
    } catch (RuntimeException e) {
      throw new DigestMismatch(item.uuid("participant"), e);
    }
    if (!digestOf.apply(value).equals(item.text(DIGEST))) {
      throw new DigestMismatch(item.uuid("participant"), null);
    }
    return value;
  }
}
