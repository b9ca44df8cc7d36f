package com.enterprisesigning.mutation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes mutants and finds out whether they are noticed. */
final class Laboratory {
  private final InMemoryCompiler compiler = new InMemoryCompiler();
  private final TimeLimit limit;

  /** Creates a laboratory that waits this long for a check. */
  Laboratory(Duration limit) {
    this.limit = new TimeLimit(limit);
  }

  /** Returns whether the check notices this mutant. */
  Outcome outcome(Mutant mutant, Check check) {
    try {
      return outcome(mutant, Sources.edited(mutant.edits()), check);
    } catch (BrokenMutant e) {
      return new Outcome.Broken(e.getMessage());
    }
  }

  /** Returns the same for the source as it is, compiling every file that these mutants edit. */
  Outcome outcomeUnmutated(List<Mutant> mutants, Check check) {
    Map<String, String> sources =
        mutants.stream()
            .flatMap(mutant -> mutant.edits().stream())
            .map(Edit::file)
            .distinct()
            .collect(Collectors.toMap(file -> file, Sources::source));
    return outcome(Mutant.none(), sources, check);
  }

  private Outcome outcome(Mutant mutant, Map<String, String> sources, Check check) {
    ClassLoader classes = new MutatedClasses(compiler.compile(sources));
    Optional<Outcome.Caught> caught = limit.run(check, mutant, classes);
    return caught.isPresent() ? caught.get() : new Outcome.Survived();
  }
}
