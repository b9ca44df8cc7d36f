package com.enterprisesigning.local.secrets;

import com.enterprisesigning.local.dynamodb.DatabaseDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * The secret from which person keys are derived. It is kept as long as the table, because with a
 * new secret a person would have two guards. Only the file's owner can read it, because the secret
 * turns the table's person keys back into personal numbers.
 */
final class PersonKey {
  private static final int BYTES = 32;
  private static final Set<PosixFilePermission> OWNER_ALONE =
      PosixFilePermissions.fromString("rw-------");

  private PersonKey() {}

  /**
   * Returns the secret that is kept beside the table, or a new one.
   *
   * @param tableDirectory if empty, nothing is kept
   * @throws IOException if the directory cannot be read or written
   */
  static String keptIn(Optional<Path> tableDirectory) throws IOException {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String fresh = HexFormat.of().formatHex(random);
    if (tableDirectory.isEmpty()) {
      return fresh;
    }
    Path file = tableDirectory.get().resolve(DatabaseDirectory.PERSON_KEY);
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (!Files.exists(file)) {
      FileAttribute<?>[] attributes =
          posix
              ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ALONE)}
              : new FileAttribute<?>[0];
      Files.createFile(file, attributes);
      Files.writeString(file, fresh);
    } else if (posix) {
      // Earlier releases let every user read the file.
      Files.setPosixFilePermissions(file, OWNER_ALONE);
    }
    return Files.readString(file);
  }
}
