package com.enterprisesigning.local;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A class path that a build of the checkout cannot rewrite. */
record ClassPathCopy(List<Path> entries) {

  ClassPathCopy {
    entries = List.copyOf(entries);
  }

  /**
   * Copies the entries that are in the checkout. No build rewrites libraries from elsewhere, so
   * they are used in place.
   *
   * @param classPath directories and jars; missing ones are skipped, as Java does
   * @param checkout the repository's root
   * @param copy an empty directory
   */
  static ClassPathCopy of(String[] classPath, Path checkout, Path copy) throws IOException {
    List<Path> entries = new ArrayList<>();
    for (String text : classPath) {
      Path entry = Path.of(text).toAbsolutePath().normalize();
      if (!entry.startsWith(checkout) && Files.exists(entry)) {
        entries.add(entry);
      } else if (Files.exists(entry)) {
        Path target = copy.resolve(entries.size() + "-" + entry.getFileName());
        copy(entry, target);
        entries.add(target);
      }
    }
    return new ClassPathCopy(entries);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var paths = Files.walk(from)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  URL[] urls() throws IOException {
    List<URL> urls = new ArrayList<>();
    for (Path entry : entries) {
      urls.add(entry.toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }
}
