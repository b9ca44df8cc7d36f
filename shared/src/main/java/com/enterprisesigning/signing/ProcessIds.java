package com.enterprisesigning.signing;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Derives the id of a process that is registered with an {@code Idempotency-Key}. */
final class ProcessIds {
  private ProcessIds() {}

  /**
   * Returns the same id for the same client and key, so that a repeated registration finds the
   * first one ({@code docs/architecture.md#the-contract}). The id is a UUID of version 8 (RFC 9562)
   * with 122 bits of a SHA-256.
   */
  static UUID derived(String client, String keyDigest) {
    ByteBuffer digest = ByteBuffer.wrap(Sha256.of(keyDigest + "/" + client));
    long high = (digest.getLong() & 0xffffffffffff0fffL) | 0x8000L;
    long low = (digest.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
