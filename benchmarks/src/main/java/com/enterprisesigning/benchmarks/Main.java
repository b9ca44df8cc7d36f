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
  private Main() {}

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
    }
    System.out.println(report);
    Files.writeString(directory.resolve("benchmarks.md"), report);
  }
}
