package com.enterprisesigning.local.leaks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What a local run in a process of its own prints after its {@code Ready:}, kept in {@code
 * target/run-logs}. Before it the roles are printed, with their personal numbers.
 *
 * @param file of this run alone
 */
public record RunLog(Path file) {
  static final String DIRECTORY = "target/run-logs";

  /** One more. */
  public static RunLog create() throws IOException {
    Path directory = Files.createDirectories(Path.of(DIRECTORY).toAbsolutePath());
    return new RunLog(Files.createTempFile(directory, "run-", ".txt"));
  }

  public void keep(String line) {
    try {
      Files.write(file, List.of(line), StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
