package com.enterprisesigning.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The report in Markdown. Each piece is printed and written at once, so that none is lost. */
public final class Report {
  private final Path file;
  private final List<Budget> budgets = new ArrayList<>();

  /** Begins a report with the date and the machine, replacing whatever the file contains. */
  public Report(Path file) throws IOException {
    this.file = file;
    Files.writeString(file, "");
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    add(
        """
        # Benchmarks

        Measured on %s: %d cores, %.0f GB of memory; JDK %s (%s); %s %s; load before: %.2f.
        """
            .formatted(
                LocalDate.now(ZoneOffset.UTC),
                system.getAvailableProcessors(),
                system.getTotalMemorySize() / 1e9,
                Runtime.version(),
                System.getProperty("java.vendor"),
                system.getName(),
                system.getArch(),
                system.getSystemLoadAverage()));
  }

  /** Adds paragraphs or a table. */
  public void add(String markdown) throws IOException {
    String paragraph = markdown.strip() + "\n\n";
    System.out.print(paragraph);
    System.out.flush();
    Files.writeString(file, paragraph, StandardOpenOption.APPEND);
  }

  /** Keeps a budget for the summary. */
  public void add(Budget budget) {
    budgets.add(budget);
  }

  /** Adds a table of all budgets with their measured figures. */
  public void summarise() throws IOException {
    Table table = new Table("what", "budget", "measured", "");
    budgets.forEach(it -> table.row(it.what(), it.budget(), it.measured(), it.verdict()));
    add("## Budgets\n\n" + table);
  }
}
