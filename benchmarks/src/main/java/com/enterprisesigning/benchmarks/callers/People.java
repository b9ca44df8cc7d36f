package com.enterprisesigning.benchmarks.callers;

import com.enterprisesigning.domain.PersonalNumber;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Persons without a role, each handed out once: born 1880 to 1899, with the birth numbers 980 to
 * 999, which are reserved for tests. There are over a hundred thousand.
 */
public final class People {
  private static final int BIRTH_NUMBERS = 20;
  private static final int DAYS = 28;
  private static final int MONTHS = 12;
  private static final int YEARS = 20;

  private final Iterator<String> people =
      IntStream.range(0, YEARS * MONTHS * DAYS * BIRTH_NUMBERS)
          .mapToObj(People::withoutCheckDigit)
          .flatMap(digits ->
              IntStream.range(0, 10)
                  .mapToObj(check -> PersonalNumber.parse(digits + check))
                  .flatMap(Optional::stream))
          .map(PersonalNumber::digits)
          .iterator();

  private static String withoutCheckDigit(int i) {
    int rest = i / BIRTH_NUMBERS;
    return (1880 + rest / DAYS / MONTHS)
        + twoDigits(1 + rest / DAYS % MONTHS)
        + twoDigits(1 + rest % DAYS)
        + (980 + i % BIRTH_NUMBERS);
  }

  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : String.valueOf(number);
  }

  /** Returns a personal number of twelve digits. */
  public synchronized String next() {
    return people.next();
  }
}
