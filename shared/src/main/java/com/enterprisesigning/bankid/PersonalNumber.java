package com.enterprisesigning.bankid;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Swedish personal number or coordination number: twelve digits, a real date and a valid check
 * digit. In a coordination number the day is 60 higher. Its {@code toString} shows no digit.
 *
 * @param digits twelve digits
 */
public record PersonalNumber(String digits) {
  private static final Pattern FORM = Pattern.compile("[0-9]{12}");
  private static final int COORDINATION_DAYS = 60;

  public PersonalNumber {
    if (!isValid(digits)) {
      throw new IllegalArgumentException("not a personal number");
    }
  }

  /** Parses a personal number; empty if {@code text} is not one. */
  public static Optional<PersonalNumber> parse(String text) {
    return isValid(text) ? Optional.of(new PersonalNumber(text)) : Optional.empty();
  }

  private static boolean isValid(String text) {
    return FORM.matcher(text).matches() && hasRealDate(text) && hasRightCheckDigit(text);
  }

  private static boolean hasRealDate(String digits) {
    int day = Integer.parseInt(digits, 6, 8, 10);
    try {
      LocalDate.of(
          Integer.parseInt(digits, 0, 4, 10),
          Integer.parseInt(digits, 4, 6, 10),
          day > COORDINATION_DAYS ? day - COORDINATION_DAYS : day);
      return true;
    } catch (DateTimeException e) {
      return false;
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
