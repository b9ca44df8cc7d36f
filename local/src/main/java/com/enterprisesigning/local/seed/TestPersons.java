package com.enterprisesigning.local.seed;

import com.enterprisesigning.domain.PersonalNumber;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Test persons, born 1880 to 1899 with birth numbers 980 to 999. These numbers are reserved for
 * tests, so no living person has one.
 */
final class TestPersons {
  private final Iterator<PersonalNumber> persons;

  /**
   * Creates the same persons in the same order in every run.
   *
   * @param taken personal numbers of twelve digits that are never returned
   */
  TestPersons(Set<String> taken) {
    persons =
        IntStream.range(0, 400)
            .mapToObj(i -> (1880 + i % 20) + "1224" + (980 + i / 20))
            .flatMap(digits ->
                IntStream.range(0, 10)
                    .mapToObj(check -> PersonalNumber.parse(digits + check))
                    .flatMap(Optional::stream))
            .filter(person -> !taken.contains(person.digits()))
            .iterator();
  }

  PersonalNumber next() {
    return persons.next();
  }
}
