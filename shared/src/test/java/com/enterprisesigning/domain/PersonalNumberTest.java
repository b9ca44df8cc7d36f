package com.enterprisesigning.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalNumberTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "189001019802", // a number that the tax agency reserves for tests
        "188002299801", // leap day of 1880
        "188012319805", // last day of a year
        "188001619801", // a coordination number: day 61 means the 1st
        "188001919805", // and day 91 the 31st
        "188100729808", // a coordination number whose month is not known
        "188101609801", // whose day is not known
        "188112609808",
        "188100609802", // and with neither
        "188100919805",
        "191500882392", // two of the tax agency's test coordination numbers
        "191500722390"
      })
  void parse_takesARealDateWithTheRightCheckDigit(String digits) {
    assertEquals(Optional.of(new PersonalNumber(digits)), PersonalNumber.parse(digits));
  }

  @Test
  void parse_takesOneCheckDigitOfTen() {
    assertEquals(
        1,
        IntStream.range(0, 10)
            .filter(digit -> PersonalNumber.parse("18900101980" + digit).isPresent())
            .count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "189002299809", // not a leap year
        "188113019809", // month 13
        "188100019804", // month 0
        "188101009804", // day 0
        "188101329806", // day 32
        "188100129801", // month 0 without a coordination number's day
        "188101929803", // a coordination number with day 32
        "188100929804",
        "188102909804", // with 30 February
        "188113609807", // and with month 13
      })
  void parse_isEmpty_whenTheDateIsNotReal_thoughTheCheckDigitIsRight(String digits) {
    assertTrue(luhn(digits), "the date must be the only fault");
    assertEquals(Optional.empty(), PersonalNumber.parse(digits));
  }

  @ParameterizedTest
  @CsvSource({
    "188001029811, true",
    "180001019801, true",
    "179912319804, false",
    "000101019800, false",
    "202611239803, true", // born today
    "202611249802, false", // and tomorrow
    "208811229809, false", // the century counts
    "202611839800, true", // a coordination number of today
    "202611849809, false", // and of tomorrow
    "202611609807, true", // born this month, the day is not known
    "202612609806, false",
    "202600609800, true", // born this year, no more is known
    "202700609809, false"
  })
  void number_isPlausible_whenItsPersonCanLive(String digits, boolean isPlausible) {
    assertEquals(isPlausible, new PersonalNumber(digits).isPlausibleOn(LocalDate.of(2026, 11, 23)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "9001019802",
        "900101-9802",
        "18900101-9802",
        "18900101980",
        "1890010198022",
        " 189001019802",
        "189001019802\n",
        "１８９００１０１９８０２",
        "abcdefghijkl"
      })
  void parse_isEmpty_whenTheFormIsWrong(String text) {
    assertEquals(Optional.empty(), PersonalNumber.parse(text));
  }

  @Test
  void neitherText_norException_showsADigit() {
    assertEquals("PersonalNumber[secret]", new PersonalNumber("189001019802").toString());
    String refusal =
        assertThrows(IllegalArgumentException.class, () -> new PersonalNumber("189001019803"))
            .getMessage();
    assertFalse(refusal.matches(".*[0-9].*"), refusal);
  }

  private static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 2; i < 12; i++) {
      int weighted = (digits.charAt(i) - '0') * (2 - i % 2);
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }
}
