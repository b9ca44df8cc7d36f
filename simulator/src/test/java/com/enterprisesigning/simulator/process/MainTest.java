package com.enterprisesigning.simulator.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The simulator as a process: how it starts, how it does not, and how it ends. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class MainTest {
  private static final int SIGTERM = 128 + 15;

  @TempDir private Path directory;
  private Process process;

  @AfterEach
  void end() {
    process.destroyForcibly();
  }

  @Test
  void aSimulator_saysWhenItIsReady_andStopsAtSigterm() throws Exception {
    start(Map.of("PORT", "0"));
    String printed = untilReady();
    assertTrue(printed.contains("\nReady: https://127.0.0.1:"), printed);
    assertTrue(printed.contains("188001019804  Signe Signerar"), printed);
    assertTrue(Files.exists(directory.resolve("client.pem")));

    process.destroy();

    assertEquals(SIGTERM, process.waitFor());
  }

  @Test
  void aPort_thatIsTaken_isNamed_withWhatToDo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      String port = String.valueOf(taken.getLocalPort());
      start(Map.of("PORT", port));

      String printed = untilTheEnd();

      assertEquals(1, process.waitFor());
      assertTrue(printed.contains("Port " + port + " cannot be had"), printed);
      assertTrue(printed.contains("set PORT to another, or to 0"), printed);
    }
  }

  @Test
  void aSetting_thatIsMalformed_isNamed() throws Exception {
    start(Map.of("SPEED", "fast"));

    String printed = untilTheEnd();

    assertEquals(1, process.waitFor());
    assertTrue(printed.startsWith("The simulator does not start. SPEED=fast: set"), printed);
  }

  @Test
  void help_isTheEnvironment() throws Exception {
    start(Map.of(), "--help");

    assertEquals(Help.TEXT, untilTheEnd());
    assertEquals(0, process.waitFor());
  }

  @Test
  void anArgument_isRefused() throws Exception {
    start(Map.of(), "--port=1");

    assertTrue(untilTheEnd().contains("--help"));
    assertEquals(1, process.waitFor());
  }

  private void start(Map<String, String> environment, String... arguments) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "--class-path",
            System.getProperty("java.class.path"),
            Main.class.getName());
    builder.command().addAll(List.of(arguments));
    builder.environment().putAll(environment);
    builder.environment().put("CERTIFICATES_DIR", directory.toString());
    process = builder.redirectErrorStream(true).start();
  }

  private String untilReady() throws IOException {
    StringBuilder printed = new StringBuilder();
    BufferedReader lines = process.inputReader();
    String line = lines.readLine();
    while (line != null && !line.startsWith("Ready: ")) {
      printed.append(line).append('\n');
      line = lines.readLine();
    }
    return printed.append(line).toString();
  }

  private String untilTheEnd() throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
