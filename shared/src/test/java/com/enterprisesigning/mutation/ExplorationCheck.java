package com.enterprisesigning.mutation;

import java.util.Optional;
import java.util.function.Function;

/**
 * Explores a scenario in every order of its calls' steps.
 *
 * @param scenario the name of the scenario
 */
record ExplorationCheck(String scenario) implements Check {
  private static final String EXPLORER = "com.enterprisesigning.exploration.FirstViolation";

  @Override
  public Optional<Outcome.Caught> run(Mutant mutant, ClassLoader classes)
      throws ReflectiveOperationException {
    Object explorer = Class.forName(EXPLORER, true, classes).getConstructor().newInstance();
    @SuppressWarnings("unchecked")
    Function<String, Optional<String>> firstViolation =
        (Function<String, Optional<String>>) explorer;
    return firstViolation.apply(scenario).map(Outcome.Caught::by);
  }
}
