package com.enterprisesigning.mutation;

/**
 * What noticed a mutant.
 *
 * @param by a test, or an invariant
 * @param message what it said
 */
public record Catch(String by, String message) {

  /** The invariant in the first line, and how it came to be violated in the others. */
  static Catch of(String violation) {
    String[] parts = violation.strip().split("\\R", 2);
    return new Catch(parts[0], parts.length == 1 ? "" : parts[1]);
  }
}
