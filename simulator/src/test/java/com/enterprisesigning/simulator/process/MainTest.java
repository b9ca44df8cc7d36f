package com.enterprisesigning.simulator.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The simulator as a process: how it starts, fails to start, and ends. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class MainTest {
  /** One directory for all tests: the first test makes the keys. */
  @TempDir private static Path directory;

  private SimulatorProcess process;

  @AfterEach
  void end() {
    process.close();
  }

  @Test
  void aSimulator_saysWhenItIsReady_andStopsAtSigterm() throws Exception {
    start(Map.of("PORT", "0"));
    String printed = process.untilReady();
    assertTrue(printed.contains("\nReady: https://127.0.0.1:"), printed);
    assertTrue(printed.contains("188001019804  Signe Signerar"), printed);
    assertTrue(Files.exists(directory.resolve("client.pem")));

    process.terminate();

    assertEquals(SimulatorProcess.ENDED_BY_SIGTERM, process.exitCode());
  }

  @Test
  void output_isUtf8_evenWhenTheLocaleIsNot() throws Exception {
    start(Map.of("PORT", "0", "LC_ALL", "C"));

    String printed = process.untilReady();

    assertTrue(printed.contains("Öppnarinte"), printed);
  }

  @Test
  void aPort_thatIsTaken_isNamed_withWhatToDo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      String port = String.valueOf(taken.getLocalPort());
      start(Map.of("PORT", port));

      String printed = process.untilTheEnd();

      assertEquals(1, process.exitCode());
      assertTrue(printed.contains("Port " + port + " cannot be used"), printed);
      assertTrue(printed.contains("Set PORT to another port, or to 0"), printed);
    }
  }

  @Test
  void aDirectory_thatCannotBeWritten_isNamed_withWhatToDo() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "");
    start(Map.of("PORT", "0", "CERTIFICATES_DIR", file.toString()));

    String printed = process.untilTheEnd();

    assertEquals(1, process.exitCode());
    assertEquals(
        ("The simulator cannot start. CERTIFICATES_DIR=%s cannot be written (%s)."
                + " Name another directory.")
            .formatted(file, "FileAlreadyExistsException"),
        printed.strip());
  }

  @Test
  void aSetting_thatIsMalformed_isNamed() throws Exception {
    start(Map.of("SPEED", "fast"));

    String printed = process.untilTheEnd();

    assertEquals(1, process.exitCode());
    assertTrue(printed.startsWith("The simulator cannot start. SPEED=fast: set"), printed);
  }

  @Test
  void help_describesTheEnvironment() throws Exception {
    start(Map.of(), "--help");

    assertEquals(ProcessSettings.HELP, process.untilTheEnd());
    assertEquals(0, process.exitCode());
  }

  @Test
  void anArgument_isRefused() throws Exception {
    start(Map.of(), "--port=1");

    assertTrue(process.untilTheEnd().contains("--help"));
    assertEquals(1, process.exitCode());
  }

  private void start(Map<String, String> environment, String... arguments) throws IOException {
    Map<String, String> all = new HashMap<>(environment);
    all.putIfAbsent("CERTIFICATES_DIR", directory.toString());
    List<String> program = new ArrayList<>();
    program.addAll(
        List.of("--class-path", System.getProperty("java.class.path"), Main.class.getName()));
    program.addAll(List.of(arguments));
    process = SimulatorProcess.start(all, program);
  }
}
