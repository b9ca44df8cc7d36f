package com.enterprisesigning.local.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.enterprisesigning.local.template.TableDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who can enter the directory that keeps the table. */
class DatabaseDirectoryTest {
  private static final String OPEN = "rwxr-xr-x";
  private static final String OWNER_ALONE = "rwx------";

  @TempDir private Path folder;
  private Path directory;

  @BeforeEach
  void requirePermissions() {
    assumeTrue(
        folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "a file system with POSIX permissions");
    directory = folder.resolve("table");
  }

  private void open() throws Exception {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(OPEN));
  }

  /** Keeps a table in the directory, as a run does. */
  private void run() throws Exception {
    try (DynamoDbLocal local = DynamoDbLocal.start(0, Optional.of(directory))) {
      SigningTable.create(local.url(), new TableDefinition("pk", "sk", Optional.of("ttl")));
    }
  }

  private String permissions() throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory));
  }

  @Test
  void newDirectory_isItsOwnersAlone() throws Exception {
    run();
    assertEquals(OWNER_ALONE, permissions());
  }

  @Test
  void emptyDirectory_becomesItsOwnersAlone() throws Exception {
    Files.createDirectory(directory);
    open();
    run();
    assertEquals(OWNER_ALONE, permissions());
  }

  @Test
  void directoryOfAnEarlierRelease_becomesItsOwnersAlone() throws Exception {
    run();
    Files.createFile(directory.resolve("person-key"));
    open();
    run();
    assertEquals(OWNER_ALONE, permissions());
  }

  @Test
  void directoryWithOtherFiles_keepsItsPermissions() throws Exception {
    Files.createDirectory(directory);
    Files.createFile(directory.resolve("report.txt"));
    open();
    run();
    run();
    assertEquals(OPEN, permissions());
  }
}
