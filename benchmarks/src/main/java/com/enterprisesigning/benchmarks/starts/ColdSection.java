package com.enterprisesigning.benchmarks.starts;

import com.enterprisesigning.benchmarks.report.Report;
import com.enterprisesigning.benchmarks.report.Section;
import com.enterprisesigning.local.blackbox.RunProcess;
import java.nio.file.Path;
import java.util.Map;

/** Measures cold starts, and first answers after priming. */
public final class ColdSection implements Section {
  private final Path directory;
  private final int rounds;

  /**
   * Prepares the section without measuring.
   *
   * @param directory contains the jar of the references
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
      for (ColdStarts.Tiers tiers : ColdStarts.Tiers.values()) {
        ColdStarts starts = ColdStarts.of(subjects.all(), tiers, rounds);
        ColdStartTable table = new ColdStartTable(starts, subjects);
        report.add("### Compilers: %s%n%n%s".formatted(tiers, table.markdown()));
        table.budgets(tiers).forEach(report::add);
      }
    }
  }
}
