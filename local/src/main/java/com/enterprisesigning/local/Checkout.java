package com.enterprisesigning.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The repository's files that a run needs, read into memory when it starts.
 *
 * @param template {@code template.yaml}
 * @param openapi {@code openapi.yaml}
 * @param events the sample events of calls and messages in {@code events/*.json}, by file name
 */
public record Checkout(String template, String openapi, SortedMap<String, String> events) {
  /** The settings, which are not an event. */
  private static final String SETTINGS = "env.json";

  /**
   * Finds the repository's root.
   *
   * @param start a directory in the repository
   * @throws IllegalStateException if no directory above it has a template
   */
  public static Path rootAbove(Path start) {
    for (Path directory = start; directory != null; directory = directory.getParent()) {
      if (Files.isRegularFile(directory.resolve("template.yaml"))) {
        return directory;
      }
    }
    throw new IllegalStateException(
        "There is no template.yaml in " + start + " or above it. Start in the repository's root.");
  }

  /**
   * Reads the files.
   *
   * @param root the repository's root
   * @throws IOException if a file is missing
   */
  public static Checkout read(Path root) throws IOException {
    return new Checkout(
        Files.readString(root.resolve("template.yaml")),
        Files.readString(root.resolve("openapi.yaml")),
        events(root.resolve("events")));
  }

  private static SortedMap<String, String> events(Path directory) throws IOException {
    SortedMap<String, String> events = new TreeMap<>();
    for (Path file : files(directory)) {
      events.put(file.getFileName().toString(), Files.readString(file));
    }
    return events;
  }

  private static List<Path> files(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !file.getFileName().toString().equals(SETTINGS))
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
