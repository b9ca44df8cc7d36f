package com.enterprisesigning.benchmarks.callers;

import com.enterprisesigning.simulator.person.PersonalNumber;
import com.enterprisesigning.simulator.role.Roles;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Persons without a role, each returned once. They are born 1880 to 1899 with birth numbers 980 to
 * 999, which are reserved for tests. There are over a hundred thousand.
 */
public final class People {
  private final Roles roles = new Roles();
  private final Iterator<String> people =
      LocalDate.of(1880, 1, 1)
          .datesUntil(LocalDate.of(1900, 1, 1))
          .map(DateTimeFormatter.BASIC_ISO_DATE::format)
          .flatMap(born -> IntStream.range(9_800, 10_000).mapToObj(last -> born + last))
          .map(PersonalNumber::parse)
          .flatMap(Optional::stream)
          .filter(person -> roles.find(person).isEmpty())
          .map(PersonalNumber::digits)
          .iterator();

  /** Returns a personal number of twelve digits. */
  public synchronized String next() {
    return people.next();
  }
}
