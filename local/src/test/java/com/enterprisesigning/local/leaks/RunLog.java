package com.enterprisesigning.local.leaks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What a local run in a separate process prints after its {@code Ready:}, kept in {@code
 * target/run-logs}. Before that line it prints the roles, with their personal numbers.
 *
 * @param file of this run only
 */
public record RunLog(Path file) {
  static final String DIRECTORY = "target/run-logs";

  /** Creates the log of one more run. */
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
