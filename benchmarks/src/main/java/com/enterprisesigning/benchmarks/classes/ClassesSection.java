package com.enterprisesigning.benchmarks.classes;

import com.enterprisesigning.benchmarks.report.Report;
import com.enterprisesigning.benchmarks.report.Section;
import com.enterprisesigning.benchmarks.report.Table;
import com.enterprisesigning.benchmarks.starts.ProfiledStart;
import com.enterprisesigning.local.blackbox.RunProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The classes that a function loads until it is ready, during priming, and in its first call. */
public final class ClassesSection implements Section {
  /**
   * The name prefix of a class that the runtime client creates when it calls the first snapshot
   * hook.
   */
  private static final String HOOKS = "com.amazonaws.services.lambda.crac.ContextImpl$$Lambda";

  private final String function;
  private final Path directory;

  /**
   * Prepares the section without measuring.
   *
   * @param function its logical id in the template
   * @param directory where the logs are written
   */
  public ClassesSection(String function, Path directory) {
    this.function = function;
    this.directory = directory;
  }

  @Override
  public void measure(Report report) throws Exception {
    report.add("# Classes that " + function + " loads");
    try (RunProcess run = RunProcess.start(Map.of())) {
      ProfiledStart start = new ProfiledStart(function, run.url(), directory);
      Path cold = directory.resolve("classes-cold.log");
      report.add("## Cold\n\n" + table(cold, start.cold(cold)));
      Path primed = directory.resolve("classes-primed.log");
      report.add("## Primed, as before a snapshot\n\n" + table(primed, start.primed(primed)));
    }
  }

  private static Table table(Path log, List<ProfiledStart.Phase> measured) throws IOException {
    List<LoadedClass> loaded = read(log);
    List<ProfiledStart.Phase> phases = withPriming(measured, loaded);
    List<String> heads = new ArrayList<>(List.of("library"));
    phases.forEach(phase -> heads.add(phase.name()));
    Table table = new Table(heads.toArray(String[]::new));
    table.row(cells("*milliseconds*", phases.stream().map(it -> it.toMillis() - it.fromMillis())));
    table.row(cells("**all**", phases.stream().map(phase -> in(phase, loaded).size())));
    Map<String, List<LoadedClass>> libraries = new TreeMap<>();
    loaded.forEach(
        one -> libraries.computeIfAbsent(one.library(), _ -> new ArrayList<>()).add(one));
    libraries.entrySet().stream()
        .sorted(Comparator.comparingInt(library -> -library.getValue().size()))
        .forEach(library ->
            table.row(
                cells(
                    library.getKey(),
                    phases.stream().map(phase -> in(phase, library.getValue()).size()))));
    return table;
  }

  /** Splits the first phase in two if the runtime client called the snapshot hooks in it. */
  private static List<ProfiledStart.Phase> withPriming(
      List<ProfiledStart.Phase> phases, List<LoadedClass> loaded) {
    ProfiledStart.Phase first = phases.getFirst();
    return in(first, loaded).stream()
        .filter(one -> one.name().startsWith(HOOKS))
        .findFirst()
        .map(hooks ->
            Stream.concat(
                    Stream.of(
                        new ProfiledStart.Phase(
                            "until the handler is made", first.fromMillis(), hooks.atMillis()),
                        new ProfiledStart.Phase("priming", hooks.atMillis(), first.toMillis())),
                    phases.stream().skip(1))
                .toList())
        .orElse(phases);
  }

  private static Object[] cells(String head, Stream<? extends Object> others) {
    return Stream.concat(Stream.of(head), others).toArray();
  }

  private static List<LoadedClass> in(ProfiledStart.Phase phase, List<LoadedClass> loaded) {
    return loaded.stream()
        .filter(one -> one.atMillis() >= phase.fromMillis() && one.atMillis() < phase.toMillis())
        .toList();
  }

  private static List<LoadedClass> read(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines.map(LoadedClass::of).flatMap(Optional::stream).toList();
    }
  }
}
