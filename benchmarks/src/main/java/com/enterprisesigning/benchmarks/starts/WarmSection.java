package com.enterprisesigning.benchmarks.starts;

import com.enterprisesigning.benchmarks.report.Budget;
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

/** Measures the own time of warm calls, and the memory of a process after many calls. */
public final class WarmSection implements Section {
  private static final double BUDGET = 2;
  private static final int WARM_UP = 1_500;
  private static final int CALLS = 500;

  private final ObjectMapper json = new ObjectMapper();
  private final Path directory;

  /**
   * Prepares the section without measuring.
   *
   * @param directory contains the jar of the references
   */
  public WarmSection(Path directory) {
    this.directory = directory;
  }

  @Override
  public void measure(Report report) throws Exception {
    Table table = new Table("function", "own time, p50, ms", "p99, ms", "resident, MB");
    double worst = 0;
    String slowest = "";
    try (RunProcess run = RunProcess.start(Map.of())) {
      for (Subjects.Measured one : Subjects.of(run.url(), directory).ours()) {
        String name = one.function().name();
        try (FunctionProcess process = one.function().start(List.of("-XX:+UseSerialGC"))) {
          call(process, one.function());
          Spread own = own(process);
          double p99 = own.quantile(0.99);
          table.row(
              name,
              "%.2f".formatted(own.median()),
              "%.2f".formatted(p99),
              "%.0f".formatted(Memory.resident(process)));
          if (p99 > worst) {
            worst = p99;
            slowest = name;
          }
        }
      }
    }
    report.add(
        """
        ## Warm calls

        %d calls each, after %d warm-up calls: the time in the call's log line, minus the time spent waiting for
        DynamoDB, BankID and the queue.

        %s
        """
            .formatted(CALLS, WARM_UP, table));
    report.add(
        Budget.atMost("own time of a warm call, p99", BUDGET, " ms", worst, "worst: " + slowest));
  }

  private static void call(FunctionProcess process, Subject function) throws Exception {
    process.awaitReady();
    for (int i = 0; i < WARM_UP + CALLS; i++) {
      if (!(process.invoke(function.event().get()) instanceof Invoked.Answered)) {
        throw new IllegalStateException(function.name() + " does not answer");
      }
    }
  }

  /** Returns the own time of the last calls, in milliseconds. */
  private Spread own(FunctionProcess process) throws IOException {
    List<Double> own = new ArrayList<>();
    for (String line : Files.readAllLines(process.log())) {
      if (line.contains("\"Call answered\"")) {
        JsonNode read = json.readTree(line);
        own.add(
            read.required("duration_ms").asDouble()
                - read.required("table_ms").asDouble()
                - read.required("bankid_ms").asDouble()
                - read.required("queue_ms").asDouble());
      }
    }
    return new Spread(own.subList(own.size() - CALLS, own.size()));
  }
}
