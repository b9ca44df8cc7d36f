package com.enterprisesigning.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The secret that person keys are made with. It is kept as long as the table: with a different
 * secret, a person would have two guards.
 */
final class PersonKeySecret {
  private static final String FILE = "person-key";
  private static final int BYTES = 32;

  private PersonKeySecret() {}

  /**
   * Returns the secret.
   *
   * @param tableDirectory where the secret is kept beside the table; if empty, the secret is new
   * @throws IOException if the directory cannot be read or written
   */
  static String of(Optional<Path> tableDirectory) throws IOException {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String fresh = HexFormat.of().formatHex(random);
    if (tableDirectory.isEmpty()) {
      return fresh;
    }
    Path file = tableDirectory.get().resolve(FILE);
    if (!Files.exists(file)) {
      Files.writeString(file, fresh);
    }
    return Files.readString(file);
  }
}
