package com.enterprisesigning.exploration;

import java.util.Optional;
import java.util.function.Function;

/** Explores scenarios by their names until an invariant breaks; tells how. */
public final class FirstViolation implements Function<String, Optional<String>> {

  /**
   * Explores them in turn.
   *
   * @param scenarios names, divided by blanks
   */
  @Override
  public Optional<String> apply(String scenarios) {
    for (String name : scenarios.strip().split("\\s+", -1)) {
      try {
        new Explorer(Scenario.named(name)).explore();
      } catch (FoundViolation e) {
        return Optional.of(e.getMessage());
      }
    }
    return Optional.empty();
  }
}
