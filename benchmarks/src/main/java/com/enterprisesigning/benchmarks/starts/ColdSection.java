package com.enterprisesigning.benchmarks.starts;

import com.enterprisesigning.benchmarks.report.Budget;
import com.enterprisesigning.benchmarks.report.Chart;
import com.enterprisesigning.benchmarks.report.Report;
import com.enterprisesigning.benchmarks.report.Section;
import com.enterprisesigning.local.blackbox.RunProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cold starts and first answers after priming, with a chart of them. */
public final class ColdSection implements Section {
  private static final double PRIMED_BUDGET = 1.5;
  private static final double COLD_BUDGET = 1.25;

  private final Path directory;
  private final int rounds;

  /**
   * Prepares the section without measuring.
   *
   * @param directory where the references' jars are, and where the chart is written
   * @param rounds how often each start is repeated
   */
  public ColdSection(Path directory, int rounds) {
    this.directory = directory;
    this.rounds = rounds;
  }

  @Override
  public void measure(Report report) throws Exception {
    report.add(
        """
        ## Cold starts and first answers after priming

        Medians of %1$d starts each, with the range of all %1$d in brackets; milliseconds. One core, serial collector;
        Lambda starts a function without SnapStart with only C1.
        """
            .formatted(rounds));
    try (RunProcess run = RunProcess.start(Map.of())) {
      Subjects subjects = Subjects.of(run.url(), directory);
      Map<ColdStarts.Tiers, ColdStartTable> tables = new EnumMap<>(ColdStarts.Tiers.class);
      for (ColdStarts.Tiers tiers : ColdStarts.Tiers.values()) {
        ColdStarts starts = ColdStarts.of(all(subjects), tiers, rounds);
        ColdStartTable table =
            new ColdStartTable(
                starts, subjects.ours(), subjects.bareEvent(), subjects.bareGetItem());
        report.add("### Compilers: %s%n%n%s".formatted(tiers, table.markdown()));
        tables.put(tiers, table);
      }
      tables.forEach((tiers, table) -> budgets(report, tiers, table));
      Chart chart = new Chart(rounds);
      tables.get(ColdStarts.Tiers.ALL).drawPrimed(chart);
      tables.get(ColdStarts.Tiers.C1).drawCold(chart);
      chart.write(directory.resolve("benchmarks.svg"));
    }
  }

  private static List<Subject> all(Subjects subjects) {
    Set<Subject> all = new LinkedHashSet<>();
    all.add(subjects.bareEvent());
    all.add(subjects.bareGetItem());
    subjects.ours().forEach(one -> all.add(one.reference()));
    subjects.ours().forEach(one -> all.add(one.function()));
    return new ArrayList<>(all);
  }

  private static void budgets(Report report, ColdStarts.Tiers tiers, ColdStartTable table) {
    ColdStartTable.Worst primed = table.worstPrimed();
    report.add(
        Budget.atMost(
            "first answer after priming ÷ the same I/O, bare; compilers: " + tiers,
            PRIMED_BUDGET,
            "×",
            primed.ratio(),
            "worst: " + primed.function()));
    ColdStartTable.Worst cold = table.worstCold();
    report.add(
        Budget.atMost(
            "cold start ÷ bare `GetItem`; compilers: " + tiers,
            COLD_BUDGET,
            "×",
            cold.ratio(),
            "worst: " + cold.function()));
  }
}
