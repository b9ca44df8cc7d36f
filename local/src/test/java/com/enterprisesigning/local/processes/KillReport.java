package com.enterprisesigning.local.processes;

import com.enterprisesigning.local.processes.Trial.Fate;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of a kill test, as Markdown. */
final class KillReport {
  private static final String KILLS =
      """
      | release | process | killed after | kills | answered first | evidence first \
      | rescued by collect | rescued by follow-up | lost |
      |---|---|---|---|---|---|---|---|---|
      """;
  private static final String WINDOWS =
      """

      | release | process | hand-outs | sent: mean ms | p50 | p99 | on the table: mean ms | p50 | p99 |
      |---|---|---|---|---|---|---|---|---|
      """;

  private KillReport() {}

  private record Ended(Trial trial, Fate fate) {
    String process() {
      return trial.release() + " | " + trial.readiness();
    }
  }

  /**
   * Returns the table of the kills, and the table of the windows.
   *
   * @param kept the order refs of all evidence
   */
  static String of(List<Trial> trials, Set<String> kept) {
    List<Ended> all =
        trials.stream()
            .map(it -> new Ended(it, it.fate(kept.contains(it.signed().orderRef()))))
            .toList();
    StringBuilder report = new StringBuilder(KILLS);
    byProcess(all.stream().filter(it -> it.trial().isKilled()))
        .forEach((process, ended) -> report.append(kills(process, ended)));
    report.append(WINDOWS);
    byProcess(all.stream().filter(it -> it.trial().isWrittenInPeace()))
        .forEach((process, ended) -> {
          List<Window> windows = ended.stream().map(it -> Window.of(it.trial())).toList();
          report.append("| %s | %s |\n".formatted(process, Window.columns(windows)));
        });
    return report.toString();
  }

  private static Map<String, List<Ended>> byProcess(Stream<Ended> ended) {
    return ended.collect(Collectors.groupingBy(Ended::process, TreeMap::new, Collectors.toList()));
  }

  private static String kills(String process, List<Ended> ended) {
    StringBuilder lines = new StringBuilder();
    ended.stream()
        .collect(
            Collectors.groupingBy(
                it -> it.trial().moment(),
                () -> new TreeMap<>(Comparator.comparing(KillReport::order)),
                Collectors.toList()))
        .forEach((moment, those) -> lines.append(line(process + " | " + moment, those)));
    return lines.append(line(process + " | all", ended)).toString();
  }

  private static Duration order(KillMoment moment) {
    return moment instanceof KillMoment.After(Duration handOut) ? handOut : Duration.ofDays(1);
  }

  private static String line(String first, List<Ended> ended) {
    String counts =
        Stream.of(Fate.values())
            .map(fate -> ended.stream().filter(it -> it.fate() == fate).count())
            .map(String::valueOf)
            .collect(Collectors.joining(" | "));
    return "| %s | %d | %s |\n".formatted(first, ended.size(), counts);
  }
}
