package com.enterprisesigning.local.blackbox;

import com.enterprisesigning.domain.PersonalNumber;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Persons without a role, each handed out once: birth years 1880 to 1899 and birth numbers 980 to
 * 999. These are reserved for tests, so no living person has such a number.
 */
public final class Persons {
  private final Iterator<String> persons =
      IntStream.range(0, 2_000)
          .mapToObj(i -> String.format("%d08%d%d", 1880 + i % 20, 17 + i / 400, 980 + i / 20 % 20))
          .flatMap(digits ->
              IntStream.range(0, 10)
                  .mapToObj(check -> PersonalNumber.parse(digits + check))
                  .flatMap(Optional::stream))
          .map(PersonalNumber::digits)
          .iterator();

  /** Returns the next personal number, twelve digits. */
  public synchronized String next() {
    return persons.next();
  }
}
