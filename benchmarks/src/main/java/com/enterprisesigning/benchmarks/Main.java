package com.enterprisesigning.benchmarks;

import com.enterprisesigning.benchmarks.cost.CostSection;
import com.enterprisesigning.benchmarks.evidence.PackageSection;
import com.enterprisesigning.benchmarks.load.ContentionSection;
import com.enterprisesigning.benchmarks.load.StormSection;
import com.enterprisesigning.benchmarks.report.Report;
import com.enterprisesigning.benchmarks.report.Section;
import com.enterprisesigning.benchmarks.starts.ColdSection;
import com.enterprisesigning.benchmarks.starts.HandOutSection;
import com.enterprisesigning.benchmarks.starts.WarmSection;
import com.enterprisesigning.local.Checkout;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Runs the benchmarks, prints Markdown as it goes, and writes it to {@code target/benchmarks.md}.
 *
 * <ul>
 *   <li>{@code -Drounds=5}: repeats each start and each storm five times
 *   <li>{@code -Donly=cost,contention}: runs only these of the sections cost, cold, warm, handout,
 *       package, contention, storm
 *   <li>{@code -Djvm=-Xlog:class+load}: adds this option to the JVM of each cold or primed start
 * </ul>
 */
public final class Main {
  private Main() {}

  /** Measures what the system properties ask for. */
  public static void main(String[] args) throws Exception {
    Locale.setDefault(Locale.ROOT);
    Path directory = Checkout.rootAbove(Path.of("").toAbsolutePath()).resolve("benchmarks/target");
    Map<String, Section> sections = new LinkedHashMap<>();
    sections.put("cost", new CostSection());
    sections.put("cold", new ColdSection(directory, Integer.getInteger("rounds", 5)));
    sections.put("warm", new WarmSection(directory));
    sections.put("handout", new HandOutSection(directory, Integer.getInteger("rounds", 5)));
    sections.put("package", new PackageSection());
    sections.put("contention", new ContentionSection());
    sections.put("storm", new StormSection(Integer.getInteger("rounds", 5)));
    String only = System.getProperty("only", "");
    if (!only.isEmpty()) {
      List<String> wanted = List.of(only.split(",", -1));
      if (!sections.keySet().containsAll(wanted)) {
        throw new IllegalArgumentException(
            "-Donly=" + only + " is not a section. Choose from " + sections.keySet());
      }
      sections.keySet().retainAll(wanted);
    }
    Report report = new Report(directory.resolve("benchmarks.md"));
    for (Section section : sections.values()) {
      section.measure(report);
    }
    report.summarise();
  }
}
