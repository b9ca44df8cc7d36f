package com.enterprisesigning.mutation;

import java.util.Optional;

/** A check that passes on the source as it is, and must not pass on a mutant. */
interface Check {

  /**
   * Runs on the classes of a mutant.
   *
   * @return what noticed the mutant, if anything did
   */
  Optional<Outcome.Caught> run(Mutant mutant, ClassLoader classes) throws Exception;
}
