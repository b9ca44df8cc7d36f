package com.enterprisesigning.mutation;

/** What happened to a mutant. */
sealed interface Outcome {
  record Caught(Catch by) implements Outcome {}

  /** Nothing noticed the mutant: a test is missing. */
  record Survived() implements Outcome {}

  /** The mutant proves nothing (see {@link BrokenMutant}). */
  record Broken(String why) implements Outcome {}
}
