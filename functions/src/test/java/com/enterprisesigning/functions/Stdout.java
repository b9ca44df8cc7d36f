package com.enterprisesigning.functions;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What is written to stdout until it is closed, by whichever thread; then it goes where it would
 * have gone, for whoever looks through all that was written.
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

  /** Those that are no metric. */
  public List<String> log() {
    return lines().stream().filter(line -> !isMetric(line)).toList();
  }

  /** Those in the embedded metric format. */
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
