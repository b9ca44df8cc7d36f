package com.enterprisesigning.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.domain.SimpleMarkdown.Place;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimpleMarkdownTest {

  /** The text of swedenconnect/bankid-saml-idp#235, which BankID refused "At (5, 1)". */
  @Test
  void itemWithoutSpace_isRefused_whereBankIdRefusedIt() {
    String text =
        "Du loggar nu in till en utländsk e-tjänst.\n\nVi delar följande data om dig:\n"
            + "+ Ditt personnummer\n+Ditt för- och efternamn";

    assertEquals(Optional.of(new Place(5, 1)), SimpleMarkdown.refusedItem(text));
  }

  @ParameterizedTest
  @CsvSource({
    "+Ränta, 1",
    "Villkor:\\n+Ränta, 2",
    "a\\n\\n+Ränta, 3",
    "a\\r\\n+Ränta, 2",
    "a\\r+Ränta, 2",
    "a\\r\\n\\r\\n+Ränta, 3",
    "+ a\\n+46 8 1\\n+b, 2"
  })
  void itemWithoutSpace_isRefused_inItsLine(String text, int line) {
    assertEquals(
        Optional.of(new Place(line, 1)),
        SimpleMarkdown.refusedItem(text.replace("\\n", "\n").replace("\\r", "\r")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "+\n",
        "+ Ränta",
        "+\tRänta",
        "+\u00a0Ränta",
        "Villkor:\n+ Ränta\n+ Avgift",
        "a +b",
        " +a",
        "\\+a",
        "++",
        "+**a**",
        "-a",
        "*a*",
        "#a",
        "| +a | b |",
        "a\u2028+b"
      })
  void whatIsNotKnownToBeRefused_passes(String text) {
    assertEquals(Optional.empty(), SimpleMarkdown.refusedItem(text));
  }
}
