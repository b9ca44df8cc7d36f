package com.enterprisesigning.mutation;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A class that looks for a violation by itself: a public {@code Supplier<Optional<String>>} with a
 * public constructor without parameters. What it supplies is the invariant in its first line and
 * how it came to be violated in the others.
 *
 * @param supplierClass without the base package
 */
public record ViolationCheck(String supplierClass) implements Check {

  @Override
  public Optional<Catch> run(Mutant mutant, ClassLoader classes)
      throws ReflectiveOperationException {
    Object supplier =
        Class.forName("com.enterprisesigning." + supplierClass, true, classes)
            .getConstructor()
            .newInstance();
    return ((Optional<?>) ((Supplier<?>) supplier).get()).map(Object::toString).map(Catch::of);
  }
}
