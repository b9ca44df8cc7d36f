package com.enterprisesigning.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The source files of this module, main and test, by {@link Edit#file}. */
final class Sources {
  private Sources() {}

  /** Returns the files that these edits touch, with the edits applied. */
  static Map<String, String> edited(List<Edit> edits) {
    Map<String, String> sources = new HashMap<>();
    for (Edit edit : edits) {
      sources.put(edit.file(), edit.applyTo(sources.computeIfAbsent(edit.file(), Sources::source)));
    }
    return sources;
  }

  /** Returns a file as it is. */
  static String source(String file) {
    Path path = Path.of("com/enterprisesigning", file.replace('.', '/') + ".java");
    Path found =
        Stream.of("src/main/java", "src/test/java")
            .map(root -> Path.of(root).resolve(path))
            .filter(Files::exists)
            .findAny()
            .orElseThrow(() -> new BrokenMutant("no source file " + path));
    try {
      return Files.readString(found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
