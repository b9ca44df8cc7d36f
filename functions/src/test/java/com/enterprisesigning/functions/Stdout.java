package com.enterprisesigning.functions;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is written to stdout until it is closed, by whichever thread. */
final class Stdout implements AutoCloseable {
  private final PrintStream before = System.out;
  private final ByteArrayOutputStream captured = new ByteArrayOutputStream();

  Stdout() {
    System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
  }

  List<String> lines() {
    return captured.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Override
  public void close() {
    System.setOut(before);
  }
}
