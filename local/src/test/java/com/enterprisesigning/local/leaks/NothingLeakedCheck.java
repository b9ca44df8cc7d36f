package com.enterprisesigning.local.leaks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * No personal number, QR secret, autostart token or signature is in a log line, metric or exception
 * of the whole run: invariant 8, {@code docs/architecture.md#invariants}. Runs after all tests of
 * all modules: {@code ./mvnw verify}.
 */
@Tag("thorough")
class NothingLeakedCheck {

  @Test
  void writtenFiles_containNoSecret() throws Exception {
    WholeRun.Result result = new WholeRun(Path.of("..").toAbsolutePath().normalize()).lookThrough();
    System.out.printf("Looked through %,d lines of %d files%n", result.lines(), result.files());

    assertEquals(List.of(), result.silent(), "modules without any output to search");
    assertEquals(
        "",
        result.leaks().stream().map(Leak::toString).collect(Collectors.joining("\n")),
        "secrets or personal data in the output");
  }
}
