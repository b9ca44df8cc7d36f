package com.enterprisesigning.simulator.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A simulator in its own process. */
final class SimulatorProcess implements AutoCloseable {
  static final int ENDED_BY_SIGTERM = 128 + 15;

  /** Variables that may be set where the tests run, and that the process must not see. */
  private static final Set<String> SETTINGS =
      Set.of("JAVA_TOOL_OPTIONS", "PORT", "SPEED", "SECOND_ORDER", "CALL_LIMIT");

  private final Process process;

  private SimulatorProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts a simulator.
   *
   * @param program what follows {@code java}: the jar or the class, and its arguments
   */
  static SimulatorProcess start(Map<String, String> environment, List<String> program)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(program);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeAll(SETTINGS);
    builder.environment().putAll(environment);
    return new SimulatorProcess(builder.start());
  }

  /** Returns what the process has printed when it serves, or when it ends without serving. */
  String untilReady() throws IOException {
    StringBuilder printed = new StringBuilder();
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    String line = lines.readLine();
    while (line != null && !line.startsWith("Ready: ")) {
      printed.append(line).append('\n');
      line = lines.readLine();
    }
    return printed.append(line).toString();
  }

  String untilTheEnd() throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  void terminate() {
    process.destroy();
  }

  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
