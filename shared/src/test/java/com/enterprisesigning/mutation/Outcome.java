package com.enterprisesigning.mutation;

/** What happened to a mutant. */
sealed interface Outcome {

  /**
   * Something noticed the mutant.
   *
   * @param by a test, or an invariant
   * @param message what the test or the invariant reported
   */
  record Caught(String by, String message) implements Outcome {

    /** Splits a violation: the first line names the invariant, the others say what happened. */
    static Caught by(String violation) {
      String[] parts = violation.strip().split("\\R", 2);
      return new Caught(parts[0], parts.length == 1 ? "" : parts[1]);
    }
  }

  /** Nothing noticed the mutant: a test is missing. */
  record Survived() implements Outcome {}

  /** The mutant proves nothing (see {@link BrokenMutant}). */
  record Broken(String why) implements Outcome {}
}
