package com.enterprisesigning.mutation;

/** What became of a mutant. */
sealed interface Outcome {
  record Caught(Catch by) implements Outcome {}

  /** Nothing noticed it: a test is missing. */
  record Survived() implements Outcome {}

  /** It proves nothing (see {@link BrokenMutant}). */
  record Broken(String why) implements Outcome {}
}
