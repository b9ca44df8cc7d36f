package com.enterprisesigning.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * SHA-256 over a sequence of values. Each value is preceded by its length, so two different
 * sequences never give the same bytes.
 */
public final class Digest {
  private static final byte ABSENT = 0;
  private static final byte PRESENT = 1;

  private final MessageDigest sha256;

  /**
   * Begins a digest.
   *
   * @param kind what the values describe, so that different kinds never have the same digest
   */
  public Digest(String kind) {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
    add(kind);
  }

  public Digest add(String value) {
    byte[] bytes = value.getBytes(UTF_8);
    sha256.update(PRESENT);
    sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    sha256.update(bytes);
    return this;
  }

  public Digest add(Optional<String> value) {
    value.ifPresentOrElse(this::add, () -> sha256.update(ABSENT));
    return this;
  }

  public Digest add(UUID value) {
    return add(value.toString());
  }

  public Digest add(Enum<?> value) {
    return add(value.name());
  }

  public Digest add(int value) {
    return add(Integer.toString(value));
  }

  /** Adds a time in whole milliseconds, the precision of the table. */
  public Digest add(Instant value) {
    return add(Long.toString(value.toEpochMilli()));
  }

  /** Ends the digest, and returns 64 lower-case hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(sha256.digest());
  }
}
