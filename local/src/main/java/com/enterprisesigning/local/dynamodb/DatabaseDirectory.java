package com.enterprisesigning.local.dynamodb;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The directory that keeps the tables. Only its owner can enter it, because the tables contain
 * personal numbers and signatures.
 */
public final class DatabaseDirectory {
  /** The file of the run's secret, which is kept beside the tables. */
  public static final String PERSON_KEY = "person-key";

  /** DynamoDB Local's file, with SQLite's files beside it, and the run's secret. */
  private static final Pattern FILES =
      Pattern.compile("shared-local-instance\\.db(-.*)?|" + PERSON_KEY);

  private static final Set<PosixFilePermission> OWNER_ALONE =
      PosixFilePermissions.fromString("rwx------");

  private DatabaseDirectory() {}

  /**
   * Creates the directory, or closes an existing one to other users. A directory with other files
   * keeps its permissions, because other users may need those files.
   *
   * @throws IOException if the directory cannot be read or created
   */
  static void prepare(Path directory) throws IOException {
    if (!directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(directory);
    } else if (Files.notExists(directory)) {
      Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWNER_ALONE));
    } else if (hasNoOtherFiles(directory)) {
      close(directory);
    }
  }

  private static boolean hasNoOtherFiles(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.allMatch(file -> FILES.matcher(file.getFileName().toString()).matches());
    }
  }

  private static void close(Path directory) throws IOException {
    try {
      Files.setPosixFilePermissions(directory, OWNER_ALONE);
    } catch (FileSystemException e) {
      // Only the owner may change the permissions. The run then uses the directory as it is.
    }
  }
}
