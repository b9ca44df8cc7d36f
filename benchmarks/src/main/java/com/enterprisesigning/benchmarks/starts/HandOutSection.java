package com.enterprisesigning.benchmarks.starts;

import com.enterprisesigning.benchmarks.report.Report;
import com.enterprisesigning.benchmarks.report.Section;
import com.enterprisesigning.benchmarks.report.Spread;
import com.enterprisesigning.benchmarks.report.Table;
import com.enterprisesigning.local.blackbox.RunProcess;
import com.enterprisesigning.local.lambda.runtime.FunctionProcess;
import com.enterprisesigning.local.lambda.runtime.Invoked;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Measures the time in which a death loses a signature: from the last byte of BankID's answer with
 * a completion to the first write ({@code handout_ms} in the log).
 */
public final class HandOutSection implements Section {
  private static final int WARM_UP = 300;
  private static final int CALLS = 300;
  private static final List<String> JVM =
      List.of("-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1", "-XX:TieredStopAtLevel=1");

  private final ObjectMapper json = new ObjectMapper();
  private final Path directory;
  private final int rounds;

  /**
   * Prepares the section without measuring.
   *
   * @param directory contains the jar of the references
   * @param rounds how many processes are started for each kind of first call
   */
  public HandOutSection(Path directory, int rounds) {
    this.directory = directory;
    this.rounds = rounds;
  }

  @Override
  public void measure(Report report) throws Exception {
    Table table = new Table("collect that brings the completion", "number", "p50, ms", "p99, ms");
    try (RunProcess run = RunProcess.start(Map.of())) {
      Subject collect = Subjects.of(run.url(), directory).completingCollect();
      List<Double> cold = new ArrayList<>();
      List<Double> primed = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        cold.addAll(firstOf(collect, false));
        primed.addAll(firstOf(collect, true));
      }
      row(table, "first call of a cold process", new Spread(cold));
      row(table, "first call after a restored snapshot", new Spread(primed));
      row(table, "warm", warm(collect));
    }
    report.add(
        """
        ## From the hand-out to the first write

        The time from the last byte of BankID's answer to the moment at which the first write of the completion is
        sent: `handout_ms` in the log line. Warm: %d calls after %d others. C1 alone.

        %s
        """
            .formatted(CALLS, WARM_UP, table));
  }

  private static void row(Table table, String what, Spread spread) {
    table.row(
        what,
        spread.values().size(),
        "%.1f".formatted(spread.median()),
        "%.1f".formatted(spread.quantile(0.99)));
  }

  private List<Double> firstOf(Subject collect, boolean isPrimed) throws Exception {
    String event = collect.event().get();
    try (FunctionProcess process = isPrimed ? collect.startForSnapshot(JVM) : collect.start(JVM)) {
      if (isPrimed) {
        process.awaitSnapshot();
        process.restore();
      } else {
        process.awaitReady();
      }
      invoke(process, event);
      return handOuts(process);
    }
  }

  private Spread warm(Subject collect) throws Exception {
    try (FunctionProcess process = collect.start(List.of("-XX:+UseSerialGC"))) {
      process.awaitReady();
      for (int i = 0; i < WARM_UP + CALLS; i++) {
        invoke(process, collect.event().get());
      }
      List<Double> handOuts = handOuts(process);
      return new Spread(handOuts.subList(handOuts.size() - CALLS, handOuts.size()));
    }
  }

  private static void invoke(FunctionProcess process, String event) throws InterruptedException {
    Invoked invoked = process.invoke(event);
    if (!(invoked instanceof Invoked.Answered(var answer))
        || !answer.path("body").asText().contains("COMPLETE")) {
      throw new IllegalStateException("The measured call brought no completion: " + invoked);
    }
  }

  private List<Double> handOuts(FunctionProcess process) throws IOException {
    List<Double> handOuts = new ArrayList<>();
    for (String line : Files.readAllLines(process.log())) {
      if (line.contains("\"Call answered\"")) {
        JsonNode read = json.readTree(line);
        // A primed process has answered an event without a completion before.
        if (read.has("handout_ms")) {
          handOuts.add(read.get("handout_ms").asDouble());
        }
      }
    }
    return handOuts;
  }
}
