package com.enterprisesigning.releases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What earlier releases wrote: {@code src/test/resources/releases/<release>/items} and {@code
 * .../messages}, with one file for each kind. These files never change. CONTRIBUTING.md says what
 * to do when a release writes something different.
 */
public final class Releases {
  private static final Path KEPT = kept();

  /** Where the tests leave what this code writes, to be kept with a release. */
  private static final Path WRITTEN = Path.of("target", "release");

  private Releases() {}

  /** Returns all releases, the newest last. */
  public static List<String> all() {
    return list(KEPT).stream()
        .map(folder -> folder.getFileName().toString())
        .sorted(Comparator.comparing(ModuleDescriptor.Version::parse))
        .toList();
  }

  public static String newest() {
    return all().getLast();
  }

  /** Returns what a release wrote to one of its folders, by kind. */
  public static Map<String, String> written(String release, String folder) {
    return list(KEPT.resolve(release).resolve(folder)).stream()
        .collect(
            Collectors.toMap(
                file -> file.getFileName().toString().replace(".json", ""),
                Releases::text,
                (one, two) -> one,
                TreeMap::new));
  }

  /** Saves what this code writes, beside the tests' reports. */
  public static void leave(String folder, String kind, String text) {
    try {
      Files.createDirectories(WRITTEN.resolve(folder));
      Files.writeString(WRITTEN.resolve(folder).resolve(kind + ".json"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path kept() {
    try {
      return Path.of(Releases.class.getResource("/releases").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
