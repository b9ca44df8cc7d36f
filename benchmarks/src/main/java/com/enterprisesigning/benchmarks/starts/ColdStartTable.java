package com.enterprisesigning.benchmarks.starts;

import com.enterprisesigning.benchmarks.report.Budget;
import com.enterprisesigning.benchmarks.report.Table;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The table that compares the starts of each of our functions with those of its reference. */
record ColdStartTable(ColdStarts starts, Subjects subjects) {
  private static final double PRIMED_BUDGET = 1.5;
  private static final double COLD_BUDGET = 1.25;

  String markdown() {
    Table table =
        new Table(
            "function",
            "cold: init",
            "cold: first answer",
            "cold start ÷ bare `GetItem`",
            "cold start ÷ bare handler with the same I/O",
            "primed: first answer",
            "bare handler with the same I/O, primed: first answer",
            "ratio of the two",
            "resident, MB");
    for (Subjects.Measured one : subjects.ours()) {
      table.row(
          one.function().name(),
          starts.cold(one.function(), ColdStart::init).inMillis(),
          starts.cold(one.function(), ColdStart::first).inMillis(),
          "%.2f".formatted(cold(one.function(), subjects.bareGetItem())),
          "%.2f".formatted(cold(one.function(), one.reference())),
          starts.primed(one.function(), ColdStart::first).inMillis(),
          starts.primed(one.reference(), ColdStart::first).inMillis(),
          "%.2f".formatted(primed(one)),
          resident(one.function()));
    }
    for (Subject reference : List.of(subjects.bareEvent(), subjects.bareGetItem())) {
      table.row(
          "*" + reference.name() + "*",
          starts.cold(reference, ColdStart::init).inMillis(),
          starts.cold(reference, ColdStart::first).inMillis(),
          "%.2f".formatted(cold(reference, subjects.bareGetItem())),
          "",
          starts.primed(reference, ColdStart::first).inMillis(),
          "",
          "",
          resident(reference));
    }
    return table.toString();
  }

  List<Budget> budgets(ColdStarts.Tiers tiers) {
    return List.of(
        worst(
            "first answer after priming ÷ that of the bare handler with the same I/O; compilers: "
                + tiers,
            PRIMED_BUDGET,
            this::primed),
        worst(
            "cold start ÷ that of the bare `GetItem`; compilers: " + tiers,
            COLD_BUDGET,
            one -> cold(one.function(), subjects.bareGetItem())));
  }

  private Budget worst(String what, double limit, ToDoubleFunction<Subjects.Measured> ratio) {
    Subjects.Measured worst =
        subjects.ours().stream().max(Comparator.comparingDouble(ratio)).orElseThrow();
    return Budget.atMost(
        what, limit, "×", ratio.applyAsDouble(worst), "worst: " + worst.function().name());
  }

  private String resident(Subject subject) {
    return "%.0f".formatted(starts.primed(subject, ColdStart::residentMegabytes).median());
  }

  /** Returns the duration of the whole start, as a multiple of the reference's. */
  private double cold(Subject subject, Subject reference) {
    return starts.cold(subject, ColdStart::whole).median()
        / starts.cold(reference, ColdStart::whole).median();
  }

  /** Returns the duration of the first answer, as a multiple of the reference's. */
  private double primed(Subjects.Measured one) {
    return starts.primed(one.function(), ColdStart::first).median()
        / starts.primed(one.reference(), ColdStart::first).median();
  }
}
