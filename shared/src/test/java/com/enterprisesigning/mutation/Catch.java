package com.enterprisesigning.mutation;

/**
 * What noticed a mutant.
 *
 * @param by a test, or an invariant
 * @param message what the test or the invariant reported
 */
public record Catch(String by, String message) {

  /**
   * Splits a violation: the first line names the invariant, and the others say how it was violated.
   */
  static Catch of(String violation) {
    String[] parts = violation.strip().split("\\R", 2);
    return new Catch(parts[0], parts.length == 1 ? "" : parts[1]);
  }
}
