package com.enterprisesigning.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** What person keys are made with. It lives as long as the table: another one splits guards. */
final class PersonKeySecret {
  private static final String FILE = "person-key";
  private static final int BYTES = 32;

  private PersonKeySecret() {}

  /**
   * The secret.
   *
   * @param tableDirectory where it is kept beside the table; without one it is new
   * @throws IOException where the directory cannot be read or written
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
