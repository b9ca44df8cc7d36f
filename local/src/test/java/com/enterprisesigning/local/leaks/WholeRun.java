package com.enterprisesigning.local.leaks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Everything that was written in a run of all modules' tests.
 *
 * @param root of the repository
 */
record WholeRun(Path root) {
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  /**
   * The result of the search.
   *
   * @param silent modules that have tests but left nothing to search
   */
  record Result(List<Leak> leaks, long lines, int files, List<String> silent) {}

  Result lookThrough() throws IOException {
    List<Path> modules = modules();
    Set<String> known = new HashSet<>();
    for (Path module : modules) {
      known.addAll(KnownSecrets.in(module));
    }
    Leaks leaks = new Leaks(known);
    int files = 0;
    List<String> silent = new ArrayList<>();
    for (Path module : modules) {
      long before = leaks.lines();
      for (Path file : new Written(module).files()) {
        leaks.lookThrough(root.relativize(file), Written.lines(file));
        files++;
      }
      if (leaks.lines() == before) {
        silent.add(module.getFileName().toString());
      }
    }
    return new Result(leaks.found(), leaks.lines(), files, silent);
  }

  /** Returns the modules of the reactor that have tests. */
  private List<Path> modules() throws IOException {
    return MODULE
        .matcher(Files.readString(root.resolve("pom.xml")))
        .results()
        .map(MatchResult::group)
        .map(element -> MODULE.matcher(element).replaceAll("$1"))
        .map(root::resolve)
        .filter(module -> Files.isDirectory(module.resolve("src/test/java")))
        .toList();
  }
}
