package com.enterprisesigning.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The repository's own YAML and JSON files, as trees. AWS's short tags such as {@code !Ref} are
 * dropped.
 */
public final class RepositoryFiles {
  private static final YAMLMapper YAML = new YAMLMapper();

  private RepositoryFiles() {}

  /** Reads a file of the repository; JSON is YAML too. */
  static JsonNode read(String file) {
    return YAML.readTree(root().resolve(file));
  }

  /** Reads a file of the repository as text. */
  public static String text(String file) throws IOException {
    return Files.readString(root().resolve(file));
  }

  /** Returns the names of the files in a folder of the repository. */
  static List<String> namesIn(String folder) throws IOException {
    try (Stream<Path> files = Files.list(root().resolve(folder))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Finds the repository's root: tests run in their module's folder, or in the repository's. */
  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("openapi.yaml"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("no openapi.yaml above " + Path.of("").toAbsolutePath());
    }
    return folder;
  }
}
