package com.enterprisesigning.benchmarks;

import java.util.List;
import java.util.stream.Stream;

/** The starts as a table in Markdown: each function of ours, its reference, and their ratio. */
final class ColdStartTable {
  private ColdStartTable() {}

  static String of(ColdStarts starts, List<Subjects.Measured> measured, Subject event, Subject getItem) {
    StringBuilder table =
        new StringBuilder(
            """
            | function | cold: init, ms | first, ms | whole ÷ bare `GetItem` | primed: first, ms | the same I/O, bare, ms | ratio | resident, MB |
            |---|---|---|---|---|---|---|---|
            """);
    double oneRead = starts.cold(getItem, ColdStart::whole).median();
    for (Subjects.Measured one : measured) {
      double whole = starts.cold(one.function(), ColdStart::whole).median();
      Spread first = starts.primed(one.function(), ColdStart::first);
      Spread bare = starts.primed(one.reference(), ColdStart::first);
      table.append(
          "| %s | %s | %s | %.2f | %s | %s | %.2f | %.0f |%n"
              .formatted(
                  one.function().name(),
                  starts.cold(one.function(), ColdStart::init).inMillis(),
                  starts.cold(one.function(), ColdStart::first).inMillis(),
                  whole / oneRead,
                  first.inMillis(),
                  bare.inMillis(),
                  first.median() / bare.median(),
                  starts.primed(one.function(), ColdStart::residentMegabytes).median()));
    }
    Stream.of(event, getItem)
        .forEach(subject ->
            table.append(
                "| *%s* | %s | %s | %.2f | %s | | | %.0f |%n"
                    .formatted(
                        subject.name(),
                        starts.cold(subject, ColdStart::init).inMillis(),
                        starts.cold(subject, ColdStart::first).inMillis(),
                        starts.cold(subject, ColdStart::whole).median() / oneRead,
                        starts.primed(subject, ColdStart::first).inMillis(),
                        starts.primed(subject, ColdStart::residentMegabytes).median())));
    return table.toString();
  }
}
