package com.enterprisesigning.local.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a line of the functions' stdout goes. */
class JsonLogTest {
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  @TempDir private Path directory;

  private List<String> shown(String... lines) throws Exception {
    Path file = directory.resolve("logs/run.jsonl");
    PrintStream console = new PrintStream(shown, true, StandardCharsets.UTF_8);
    try (PrintStream log = JsonLog.at(file, console, Clock.systemUTC())) {
      for (String line : lines) {
        log.print(line + "\n");
      }
    }
    assertEquals(List.of(lines), Files.readAllLines(file));
    return shown
        .toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.replaceFirst("^\\d\\d:\\d\\d:\\d\\d  ", ""))
        .toList();
  }

  @Test
  void lineOfJson_goesOnlyToTheFile() throws Exception {
    assertEquals(
        List.of(),
        shown("{\"log.level\":\"INFO\",\"message\":\"Call answered\"}", "{\"_aws\":{}}"));
  }

  @Test
  void warning_isShownInWords() throws Exception {
    assertEquals(
        List.of("Warning: Certificate expires", "Error: Table unavailable: StoreUnavailable: å"),
        shown(
            "{\"log.level\":\"WARN\",\"message\":\"Certificate expires\"}",
            "{\"log.level\":\"ERROR\",\"message\":\"Table unavailable\","
                + "\"fault\":\"StoreUnavailable: å\\n  at somewhere\"}"));
  }

  @Test
  void otherLine_isShownToo() throws Exception {
    assertEquals(List.of("The table already exists."), shown("The table already exists."));
  }
}
