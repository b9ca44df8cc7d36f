package com.enterprisesigning.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalNumberTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "189001019802", // a number that the tax agency reserves for tests
        "188002299801", // leap day of 1880
        "188012319805", // last day of a year
        "188001619801", // a coordination number: day 61 means the 1st
        "188001919805" // and day 91 the 31st
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
        "188101609801", // a coordination number with day 0
        "188101929803", // and with day 32
      })
  void parse_isEmpty_whenTheDateIsNotReal_thoughTheCheckDigitIsRight(String digits) {
    assertTrue(luhn(digits), "the date must be the only fault");
    assertEquals(Optional.empty(), PersonalNumber.parse(digits));
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
