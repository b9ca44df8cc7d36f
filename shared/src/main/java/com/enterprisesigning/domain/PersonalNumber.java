package com.enterprisesigning.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Swedish personal number or coordination number: twelve digits, a date and a valid check digit
 * ({@code docs/bankid.md#personal-numbers}). In a coordination number the day is 60 higher, and a
 * month or day that is not known is zero. Its {@code toString} shows no digit.
 *
 * @param digits twelve digits
 */
public record PersonalNumber(String digits) {
  private static final Pattern FORM = Pattern.compile("[0-9]{12}");
  private static final int COORDINATION_DAYS = 60;

  /** Nobody who lives was born earlier. The numbers that are reserved for tests begin in 1880. */
  private static final int FIRST_YEAR = 1800;

  public PersonalNumber {
    if (!isValid(digits)) {
      throw new IllegalArgumentException("not a personal number");
    }
  }

  /** Parses a personal number; empty if {@code text} is not one. */
  public static Optional<PersonalNumber> parse(String text) {
    return isValid(text) ? Optional.of(new PersonalNumber(text)) : Optional.empty();
  }

  /**
   * Returns whether a person with this number can live on this day: the century counts. A birth
   * date that is not wholly known counts as its earliest day.
   */
  public boolean isPlausibleOn(LocalDate today) {
    LocalDate born = earliestBirth(digits).orElseThrow();
    return born.getYear() >= FIRST_YEAR && !born.isAfter(today);
  }

  private static boolean isValid(String text) {
    return FORM.matcher(text).matches()
        && earliestBirth(text).isPresent()
        && hasRightCheckDigit(text);
  }

  /** Returns the first day that the digits may mean; empty if they mean none. */
  private static Optional<LocalDate> earliestBirth(String digits) {
    int month = Integer.parseInt(digits, 4, 6, 10);
    int day = Integer.parseInt(digits, 6, 8, 10);
    boolean isCoordination = day >= COORDINATION_DAYS;
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(digits, 0, 4, 10),
              isCoordination ? Math.max(month, 1) : month,
              isCoordination ? Math.max(day - COORDINATION_DAYS, 1) : day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Checks Luhn over the ten digits without the century. */
  private static boolean hasRightCheckDigit(String digits) {
    int sum = 0;
    for (int i = 2; i < 12; i++) {
      int weighted = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += weighted / 10 + weighted % 10;
    }
    return sum % 10 == 0;
  }

  @Override
  public String toString() {
    return "PersonalNumber[secret]";
  }
}
