package com.enterprisesigning.benchmarks.starts;

import com.enterprisesigning.benchmarks.report.Budget;
import com.enterprisesigning.benchmarks.report.Report;
import com.enterprisesigning.benchmarks.report.Section;
import com.enterprisesigning.benchmarks.report.Table;
import com.enterprisesigning.local.blackbox.RunProcess;
import java.nio.file.Path;
import java.util.Map;

/** The own time of warm calls, and the memory of a process that has answered many. */
public final class WarmSection implements Section {
  private static final double BUDGET = 2;
  private static final int WARM_UP = 1_500;
  private static final int CALLS = 500;

  private final Path directory;

  /**
   * Prepares the section without measuring.
   *
   * @param directory where the references' jars are
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
        WarmCalls calls = WarmCalls.of(one.function(), WARM_UP, CALLS);
        double p99 = calls.own().quantile(0.99);
        table.row(
            one.function().name(),
            "%.2f".formatted(calls.own().median()),
            "%.2f".formatted(p99),
            "%.0f".formatted(calls.residentMegabytes()));
        if (p99 > worst) {
          worst = p99;
          slowest = one.function().name();
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
}
