package com.enterprisesigning.benchmarks.starts;

import com.enterprisesigning.benchmarks.report.Chart;
import com.enterprisesigning.benchmarks.report.Spread;
import com.enterprisesigning.benchmarks.report.Table;
import java.util.Comparator;
import java.util.List;

/**
 * The starts of each of our functions, next to its reference.
 *
 * @param ours our functions and their references
 * @param event the reference that only takes an event
 * @param getItem the reference for cold starts
 */
record ColdStartTable(
    ColdStarts starts, List<Subjects.Measured> ours, Subject event, Subject getItem) {

  /** A function and its ratio. */
  record Worst(String function, double ratio) {}

  String markdown() {
    Table table =
        new Table(
            "function",
            "cold: init",
            "first",
            "whole ÷ bare `GetItem`",
            "whole ÷ the same I/O, bare",
            "primed: first",
            "the same I/O, bare",
            "ratio",
            "resident, MB");
    for (Subjects.Measured one : ours) {
      table.row(
          one.function().name(),
          starts.cold(one.function(), ColdStart::init).inMillis(),
          starts.cold(one.function(), ColdStart::first).inMillis(),
          "%.2f".formatted(cold(one.function())),
          "%.2f".formatted(cold(one.function()) / cold(one.reference())),
          starts.primed(one.function(), ColdStart::first).inMillis(),
          starts.primed(one.reference(), ColdStart::first).inMillis(),
          "%.2f".formatted(primed(one)),
          resident(one.function()));
    }
    for (Subject reference : List.of(event, getItem)) {
      table.row(
          "*" + reference.name() + "*",
          starts.cold(reference, ColdStart::init).inMillis(),
          starts.cold(reference, ColdStart::first).inMillis(),
          "%.2f".formatted(cold(reference)),
          "",
          starts.primed(reference, ColdStart::first).inMillis(),
          "",
          "",
          resident(reference));
    }
    return table.toString();
  }

  private String resident(Subject subject) {
    return "%.0f".formatted(starts.primed(subject, ColdStart::residentMegabytes).median());
  }

  /** Returns the duration of the whole start, as a multiple of the bare {@code GetItem}'s. */
  private double cold(Subject subject) {
    return starts.cold(subject, ColdStart::whole).median()
        / starts.cold(getItem, ColdStart::whole).median();
  }

  /** Returns the duration of the first answer, as a multiple of the reference's. */
  private double primed(Subjects.Measured one) {
    return starts.primed(one.function(), ColdStart::first).median()
        / starts.primed(one.reference(), ColdStart::first).median();
  }

  Worst worstCold() {
    return ours.stream()
        .map(one -> new Worst(one.function().name(), cold(one.function())))
        .max(Comparator.comparingDouble(Worst::ratio))
        .orElseThrow();
  }

  Worst worstPrimed() {
    return ours.stream()
        .map(one -> new Worst(one.function().name(), primed(one)))
        .max(Comparator.comparingDouble(Worst::ratio))
        .orElseThrow();
  }

  void drawPrimed(Chart chart) {
    Chart.Panel panel =
        chart.panel(
            "First answer after priming (all compilers)", "this service", "the same I/O, bare");
    for (Subjects.Measured one : ours) {
      panel.pair(
          label(one.function()),
          starts.primed(one.function(), ColdStart::first),
          starts.primed(one.reference(), ColdStart::first));
    }
  }

  void drawCold(Chart chart) {
    Chart.Panel panel =
        chart.panel(
            "Cold start, from the process to its first answer (C1 alone)",
            "this service",
            "one GetItem, bare");
    Spread bare = starts.cold(getItem, ColdStart::whole);
    for (Subjects.Measured one : ours) {
      panel.pair(label(one.function()), starts.cold(one.function(), ColdStart::whole), bare);
    }
  }

  private static String label(Subject function) {
    return function.name().replaceAll("Function$", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
  }
}
