package com.enterprisesigning.local;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channel;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;

/**
 * A run's own directory in the temporary folder. The run deletes it at its end. A run that is
 * killed cannot do so, and the next run deletes the directory. A run holds a lock on a file in its
 * directory; the system releases the lock when the process ends, however it ends.
 *
 * @param lock must stay reachable: a lock that is garbage collected is released
 */
record RunDirectory(Path path, FileLock lock) implements Closeable {
  private static final String PREFIX = "enterprise-signing-";

  /** Sorts before the other files, so it is deleted last: what is left is still a leftover. */
  private static final String LOCK = ".lock";

  /** Deletes what killed runs of this user left in the folder, and creates a new directory. */
  static RunDirectory in(Path folder) throws IOException {
    Path path = Files.createTempDirectory(folder, PREFIX);
    deleteLeftovers(folder, Files.getOwner(path));
    // The file gets its name when it is locked, so that no other run takes it for a leftover.
    Path locking = path.resolve("locking");
    FileLock lock =
        FileChannel.open(locking, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE).lock();
    Files.move(locking, path.resolve(LOCK));
    return new RunDirectory(path, lock);
  }

  private static void deleteLeftovers(Path folder, UserPrincipal user) {
    try (DirectoryStream<Path> runs = Files.newDirectoryStream(folder, PREFIX + "*")) {
      for (Path run : runs) {
        if (Files.isDirectory(run, LinkOption.NOFOLLOW_LINKS)
            && Files.getOwner(run, LinkOption.NOFOLLOW_LINKS).equals(user)) {
          deleteIfUnlocked(run);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // The next run tries again.
    }
  }

  private static void deleteIfUnlocked(Path run) throws IOException {
    Path file = run.resolve(LOCK);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        delete(run);
      }
    }
  }

  private static void delete(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.delete(file);
      }
    }
  }

  /** Deletes the directory with its content. */
  @Override
  public void close() throws IOException {
    try (Channel _ = lock.acquiredBy()) {
      delete(path);
    }
  }
}
