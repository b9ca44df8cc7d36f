package com.enterprisesigning.local.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file {@code person-key} beside a table that is kept. */
class PersonKeyTest {
  @TempDir private Path directory;

  @BeforeEach
  void requirePermissions() {
    assumeTrue(
        directory.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "a file system with POSIX permissions");
  }

  private String key() throws Exception {
    return PersonKey.keptIn(Optional.of(directory));
  }

  private String permissions() throws Exception {
    return PosixFilePermissions.toString(
        Files.getPosixFilePermissions(directory.resolve("person-key")));
  }

  @Test
  void key_isReadableByItsOwnerAlone() throws Exception {
    key();
    assertEquals("rw-------", permissions());
  }

  @Test
  void keyOfAnEarlierRelease_becomesReadableByItsOwnerAlone() throws Exception {
    Path file = Files.writeString(directory.resolve("person-key"), "earlier");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertEquals("earlier", key());
    assertEquals("rw-------", permissions());
  }

  @Test
  void key_staysTheSame() throws Exception {
    String key = key();
    assertEquals(key, key());
    assertTrue(key.matches("[0-9a-f]{64}"), "not a key of 32 bytes");
  }

  @Test
  void key_isNew_whenNothingIsKept() throws Exception {
    assertNotEquals(PersonKey.keptIn(Optional.empty()), PersonKey.keptIn(Optional.empty()));
  }
}
