package com.enterprisesigning.mutation;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs a class that looks for a violation by itself: a public {@code Supplier<Optional<String>>}
 * with a public constructor without parameters. The first line of what it supplies names the
 * invariant, and the others say how it was violated.
 *
 * @param supplierClass the class, without the base package
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
