package com.enterprisesigning.exploration;

import java.util.Optional;
import java.util.function.Function;

/** Explores scenarios by name until an invariant is broken, and says how it was broken. */
public final class FirstViolation implements Function<String, Optional<String>> {

  /**
   * Explores the scenarios one after the other.
   *
   * @param scenarios names, separated by white space
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
