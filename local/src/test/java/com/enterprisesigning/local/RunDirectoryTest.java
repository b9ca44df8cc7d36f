package com.enterprisesigning.local;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed run left is deleted, and nothing else. */
class RunDirectoryTest {
  @TempDir private Path folder;
  @TempDir private Path elsewhere;
  private RunDirectory own;

  private void start() throws Exception {
    own = RunDirectory.in(folder);
  }

  @AfterEach
  void release() throws Exception {
    own.lock().acquiredBy().close();
  }

  /** Makes the directory of a run that was killed: its lock is released. */
  private Path leftover(Path path) throws Exception {
    Files.createDirectories(path.resolve("0-classes/some"));
    Files.writeString(path.resolve("0-classes/some/File"), "a class");
    Files.createFile(path.resolve(".lock"));
    return path;
  }

  @Test
  void directoryOfAKilledRun_isDeleted() throws Exception {
    Path killed = leftover(folder.resolve("enterprise-signing-1"));
    start();
    assertFalse(Files.exists(killed));
    assertTrue(Files.isDirectory(own.path()));
  }

  @Test
  void directoryThatIsNotLockedYet_isKept() throws Exception {
    Path starting = Files.createDirectory(folder.resolve("enterprise-signing-1"));
    start();
    assertTrue(Files.exists(starting));
  }

  @Test
  void otherDirectories_areKept() throws Exception {
    Path other = leftover(folder.resolve("another-signing-1"));
    start();
    assertTrue(Files.exists(other));
  }

  @Test
  void linkedDirectory_isKept() throws Exception {
    Path target = leftover(elsewhere.resolve("target"));
    Files.createSymbolicLink(folder.resolve("enterprise-signing-1"), target);
    start();
    assertTrue(Files.exists(target.resolve("0-classes/some/File")));
  }

  @Test
  void ownDirectory_isLocked() throws Exception {
    start();
    assertTrue(own.lock().isValid());
    assertTrue(Files.isRegularFile(own.path().resolve(".lock")));
  }

  @Test
  void close_deletesTheDirectory_andReleasesTheLock() throws Exception {
    start();
    Files.createDirectories(own.path().resolve("0-classes/some"));
    own.close();
    assertFalse(Files.exists(own.path()));
    assertFalse(own.lock().isValid());
  }
}
