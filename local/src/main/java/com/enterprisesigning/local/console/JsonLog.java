package com.enterprisesigning.local.console;

import com.enterprisesigning.local.web.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * Takes the place of stdout for the functions: every line goes to a file. A warning or an error
 * also goes to the console, in words, and so does a line that is not JSON. Thread-safe.
 */
public final class JsonLog extends OutputStream {
  private final OutputStream file;
  private final PrintStream console;
  private final Clock clock;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  private JsonLog(OutputStream file, PrintStream console, Clock clock) {
    this.file = file;
    this.console = console;
    this.clock = clock;
  }

  /**
   * Returns a stream that keeps the log in this file, which it empties first.
   *
   * @throws IOException if the file cannot be written
   */
  public static PrintStream at(Path path, PrintStream console, Clock clock) throws IOException {
    Files.createDirectories(path.getParent());
    JsonLog log = new JsonLog(Files.newOutputStream(path), console, clock);
    return new PrintStream(log, true, StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void write(int b) throws IOException {
    line.write(b);
    if (b == '\n') {
      end();
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) {
      write(bytes[i]);
    }
  }

  private void end() throws IOException {
    byte[] whole = line.toByteArray();
    line.reset();
    file.write(whole);
    Optional<JsonNode> json = Json.object(whole);
    if (json.isEmpty()) {
      console.write(whole);
    } else {
      warning(json.get()).ifPresent(console::println);
    }
  }

  private Optional<String> warning(JsonNode logged) {
    String word =
        switch (logged.path("log.level").asText()) {
          case "WARN" -> "Warning";
          case "ERROR", "FATAL" -> "Error";
          default -> "";
        };
    String fault = logged.path("fault").asText(logged.path("error.message").asText());
    String cause = fault.isEmpty() ? "" : ": " + fault.lines().findFirst().orElse("");
    return word.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s  %s: %s%s"
                .formatted(
                    ConsoleTime.of(clock.instant()), word, logged.path("message").asText(), cause));
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}
