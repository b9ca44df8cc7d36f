package com.enterprisesigning.exploration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Explores many scenarios, as many at once as there are processors, and reports how much was
 * explored.
 */
final class Exploration {
  private static final Path REPORT = Path.of("target", "exploration.txt");

  private Exploration() {}

  static Counts explore(String what, List<Scenario> scenarios) {
    Counts counts =
        scenarios.parallelStream()
            .map(scenario -> new Explorer(scenario).explore())
            .reduce(new Counts(), Counts::plus);
    report(what + ", " + scenarios.size() + " scenarios: " + counts);
    return counts;
  }

  static void report(String line) {
    try {
      Files.writeString(REPORT, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
