package com.enterprisesigning.simulator.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A personal number or coordination number as BankID accepts it: twelve digits that contain a date
 * and end with a Luhn digit over the last ten. In a coordination number the day is 60 higher; its
 * month may be 00 and its day 60, which mean that they are not known. {@code toString} shows no
 * digit.
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
    int year = Integer.parseInt(digits.substring(0, 4));
    int month = Integer.parseInt(digits.substring(4, 6));
    int day = Integer.parseInt(digits.substring(6, 8));
    if (day >= 60) {
      // January has every day, and every month has a first.
      month = month == 0 ? 1 : month;
      day = day == 60 ? 1 : day - 60;
    }
    try {
      LocalDate.of(year, month, day);
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
