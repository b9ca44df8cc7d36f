package com.enterprisesigning.benchmarks;

import com.enterprisesigning.local.Checkout;
import com.enterprisesigning.local.blackbox.RunProcess;
import com.enterprisesigning.local.lambda.runtime.ShippedJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Measures, prints tables in Markdown, and writes them to {@code target/benchmarks.md}. {@code
 * -Drounds=5} says how often each start is repeated.
 */
public final class Main {
  private static final int WARM_UP = 500;
  private static final int WARM_CALLS = 500;

  private Main() {}

  private static String warm(List<Subjects.Measured> ours) throws Exception {
    StringBuilder table =
        new StringBuilder(
            """

            %d calls each, after %d that do not count

            | function | own time, p50, ms | p99, ms |
            |---|---|---|
            """
                .formatted(WARM_CALLS, WARM_UP));
    for (Subjects.Measured one : ours) {
      Spread own = WarmCalls.of(one.function(), WARM_UP, WARM_CALLS);
      table.append(
          "| %s | %.2f | %.2f |%n"
              .formatted(one.function().name(), own.median(), own.quantile(0.99)));
    }
    return table.toString();
  }

  public static void main(String[] args) throws Exception {
    Path root = Checkout.rootAbove(Path.of("").toAbsolutePath());
    Path directory = root.resolve("benchmarks/target");
    int rounds = Integer.getInteger("rounds", 5);
    StringBuilder report = new StringBuilder();
    try (RunProcess run = RunProcess.start(Map.of())) {
      Subjects subjects = new Subjects(Checkout.read(root), run.url(), directory);
      Subject event = subjects.bareEvent();
      Subject getItem = subjects.bareGetItem();
      List<Subjects.Measured> ours = subjects.ours();
      Set<Subject> all = new LinkedHashSet<>(List.of(event, getItem));
      ours.forEach(one -> all.add(one.reference()));
      ours.forEach(one -> all.add(one.function()));
      report.append("functions.jar: %.1f MB%n".formatted(Files.size(ShippedJar.FUNCTIONS.path()) / 1e6));
      for (ColdStarts.Tiers tiers : ColdStarts.Tiers.values()) {
        ColdStarts starts = ColdStarts.of(new ArrayList<>(all), tiers, rounds);
        report
            .append("%n%d starts each, compilers: %s%n%n".formatted(rounds, tiers))
            .append(ColdStartTable.of(starts, ours, event, getItem));
      }
      report.append(warm(ours));
    }
    System.out.println(report);
    Files.writeString(directory.resolve("benchmarks.md"), report);
  }
}
