package com.enterprisesigning.simulator.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A personal number or coordination number as BankID accepts it: twelve digits that contain a date
 * (in a coordination number the day is 60 higher) and end with a Luhn digit over the last ten.
 * {@code toString} shows no digit.
 *
 * @param digits twelve digits
 */
public record PersonalNumber(String digits) {
  private static final Pattern TWELVE_DIGITS = Pattern.compile("\\d{12}");

  public PersonalNumber {
    if (!TWELVE_DIGITS.matcher(digits).matches() || !isDate(digits) || luhn(digits) % 10 != 0) {
      throw new IllegalArgumentException("not a personal number");
    }
  }

  /** Parses a personal number; empty if {@code text} is not one. */
  public static Optional<PersonalNumber> parse(String text) {
    try {
      return Optional.of(new PersonalNumber(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isDate(String digits) {
    int monthAndDay = Integer.parseInt(digits.substring(4, 8));
    int day = monthAndDay % 100 > 60 ? monthAndDay % 100 - 60 : monthAndDay % 100;
    try {
      LocalDate.of(Integer.parseInt(digits.substring(0, 4)), monthAndDay / 100, day);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static int luhn(String digits) {
    int sum = 0;
    boolean doubled = true;
    for (char digit : digits.substring(2).toCharArray()) {
      int value = Character.digit(digit, 10) << (doubled ? 1 : 0);
      sum += value > 9 ? value - 9 : value;
      doubled = !doubled;
    }
    return sum;
  }

  @Override
  public String toString() {
    return "PersonalNumber[hidden]";
  }
}
