package com.enterprisesigning.exploration;

import java.util.List;
import java.util.stream.Collectors;

/** A schedule that breaks an invariant, with all that is needed to replay it. */
final class FoundViolation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FoundViolation(Scenario scenario, List<Integer> path, Violation violation) {
    super(
        violation.getMessage()
            + "\nreplay: "
            + scenario.name()
            + " "
            + path.stream().map(String::valueOf).collect(Collectors.joining("."))
            + "\n"
            + Narrative.of(scenario, path),
        violation);
  }
}
