package com.enterprisesigning.dynamodb;

import com.enterprisesigning.store.DigestMismatch;
import com.enterprisesigning.store.StoreUnavailable;
import java.util.function.Function;
import java.util.function.Supplier;

/** The attribute {@code digest} of an item. Only items of release 1.0 lack it. */
final class Digests {
  private static final String DIGEST = "digest";

  private Digests() {}

  static Draft set(Draft draft, String digest) {
    return draft.set(DIGEST, Values.of(digest));
  }

  static boolean has(Item item) {
    return item.has(DIGEST);
  }

  /**
   * Reads an item, and checks what was read.
   *
   * @throws DigestMismatch if the item cannot be read, or does not have the digest of what it says
   */
  static <T> T checked(Item item, Supplier<T> read, Function<T, String> digestOf) {
    try {
      T value = read.get();
      if (item.text(DIGEST).equals(digestOf.apply(value))) {
        return value;
      }
    } catch (StoreUnavailable e) {
      throw e;
    } catch (RuntimeException e) {
      throw new DigestMismatch(item.participant(), e);
    }
    throw new DigestMismatch(item.participant(), null);
  }
}
