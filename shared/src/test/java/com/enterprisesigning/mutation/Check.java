package com.enterprisesigning.mutation;

import java.util.Optional;

/** Something that passes on the source as it stands, and must not on a mutant. */
public interface Check {

  /**
   * Runs in the world of a mutant.
   *
   * @return what noticed the mutant, if anything did
   */
  Optional<Catch> run(Mutant mutant, ClassLoader classes) throws Exception;
}
