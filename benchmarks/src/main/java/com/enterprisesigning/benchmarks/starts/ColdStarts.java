package com.enterprisesigning.benchmarks.starts;

import com.enterprisesigning.benchmarks.report.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Many starts of each subject. The subjects take turns, so that a busy machine slows all of them
 * alike.
 */
final class ColdStarts {

  /**
   * The compilers that a JVM may use. The JVM always has one core and the serial collector, its
   * default on one core.
   */
  enum Tiers {
    C1("C1 alone"),
    ALL("all tiers");

    /** An extra JVM option, such as one that logs the loaded classes. */
    private static final String MORE = System.getProperty("jvm", "");

    private final String told;

    Tiers(String told) {
      this.told = told;
    }

    @Override
    public String toString() {
      return told;
    }

    List<String> options() {
      List<String> options =
          new ArrayList<>(List.of("-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1"));
      if (this == C1) {
        options.add("-XX:TieredStopAtLevel=1");
      }
      if (!MORE.isEmpty()) {
        options.add(MORE);
      }
      return options;
    }
  }

  private final Map<Subject, List<ColdStart>> cold = new LinkedHashMap<>();
  private final Map<Subject, List<ColdStart>> primed = new LinkedHashMap<>();

  /** Starts each subject twice in each round: once cold and once primed. */
  static ColdStarts of(List<Subject> subjects, Tiers tiers, int rounds) throws Exception {
    ColdStarts starts = new ColdStarts();
    for (int round = 0; round < rounds; round++) {
      for (Subject subject : subjects) {
        starts
            .cold
            .computeIfAbsent(subject, it -> new ArrayList<>())
            .add(ColdStart.of(subject, tiers.options()));
        starts
            .primed
            .computeIfAbsent(subject, it -> new ArrayList<>())
            .add(ColdStart.primed(subject, tiers.options()));
      }
      System.err.println("round " + (round + 1) + " of " + rounds + ", " + tiers);
    }
    return starts;
  }

  Spread cold(Subject subject, ToDoubleFunction<ColdStart> what) {
    return spread(cold.get(subject), what);
  }

  Spread primed(Subject subject, ToDoubleFunction<ColdStart> what) {
    return spread(primed.get(subject), what);
  }

  private static Spread spread(List<ColdStart> starts, ToDoubleFunction<ColdStart> what) {
    return new Spread(starts.stream().mapToDouble(what).boxed().toList());
  }
}
