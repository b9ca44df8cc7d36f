package com.enterprisesigning.benchmarks;

import com.enterprisesigning.benchmarks.classes.ClassesSection;
import com.enterprisesigning.benchmarks.cost.CostSection;
import com.enterprisesigning.benchmarks.load.ContentionSection;
import com.enterprisesigning.benchmarks.report.Budget;
import com.enterprisesigning.benchmarks.report.Machine;
import com.enterprisesigning.benchmarks.report.Report;
import com.enterprisesigning.benchmarks.report.Section;
import com.enterprisesigning.benchmarks.starts.ColdSection;
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
 *   <li>{@code -Drounds=5}: how often each start is repeated
 *   <li>{@code -Donly=cost,contention}: runs only these sections, of cost, cold, warm, contention,
 *       size
 *   <li>{@code -Dprofile=StartFunction}: only lists which classes that function loads, and when
 * </ul>
 */
public final class Main {
  private Main() {}

  /** Measures what the system properties ask for. */
  public static void main(String[] args) throws Exception {
    Locale.setDefault(Locale.ROOT);
    Path directory = Checkout.rootAbove(Path.of("").toAbsolutePath()).resolve("benchmarks/target");
    Map<String, Section> sections = sections(directory);
    String profile = System.getProperty("profile", "");
    String only = System.getProperty("only", "");
    if (!profile.isEmpty()) {
      new ClassesSection(profile, directory)
          .measure(new Report(directory.resolve("classes-" + profile + ".md")));
      return;
    }
    List<String> wanted =
        only.isEmpty() ? List.copyOf(sections.keySet()) : List.of(only.split(",", -1));
    if (!sections.keySet().containsAll(wanted)) {
      throw new IllegalArgumentException(
          "-Donly=" + only + " is not a section. Choose from " + sections.keySet());
    }
    Report report = new Report(directory.resolve("benchmarks.md"));
    report.add("# Benchmarks\n\n" + Machine.describe());
    for (String name : wanted) {
      sections.get(name).measure(report);
    }
    report.add(SHARED_HANDLER);
    report.summarise();
  }

  private static Map<String, Section> sections(Path directory) {
    Map<String, Section> sections = new LinkedHashMap<>();
    sections.put("cost", new CostSection());
    sections.put("cold", new ColdSection(directory, Integer.getInteger("rounds", 5)));
    sections.put("warm", new WarmSection(directory));
    sections.put("contention", new ContentionSection());
    sections.put("size", new SizeSection());
    return sections;
  }

  /** Proven by tests, not measured here. */
  private static final Budget SHARED_HANDLER =
      new Budget(
          "one handler instance shared by 32 threads",
          "correct",
          "`ProcessesIT.…_thoughManyThreadsShareAHandler`, two tests",
          "held by each `./mvnw verify`");
}
