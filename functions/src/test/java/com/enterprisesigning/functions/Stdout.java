package com.enterprisesigning.functions;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Captures what any thread writes to stdout until it is closed. Then it passes the lines on to the
 * original stdout, because a later check searches all test output for secrets.
 */
public final class Stdout implements AutoCloseable {
  private final PrintStream before = System.out;
  private final ByteArrayOutputStream captured = new ByteArrayOutputStream();

  public Stdout() {
    System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
  }

  public List<String> lines() {
    return captured.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /** Returns the lines that are not metrics. */
  public List<String> log() {
    return lines().stream().filter(line -> !isMetric(line)).toList();
  }

  /** Returns the lines in the embedded metric format. */
  public List<String> metrics() {
    return lines().stream().filter(Stdout::isMetric).toList();
  }

  static boolean isMetric(String line) {
    return line.startsWith("{\"_aws\"");
  }

  @Override
  public void close() {
    System.setOut(before);
    lines().forEach(before::println);
  }
}
