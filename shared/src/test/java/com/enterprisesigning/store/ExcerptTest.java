package com.enterprisesigning.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passages that are stored elsewhere are not stored twice, and the text is restored exactly. */
class ExcerptTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"signature\":\"ab/c+d==\",\"ocsp\":\"x/y\"}",
        "{\"signature\":\"ab\\/c+d==\",\"ocsp\":\"x\\/y\"}",
        "{\"ocsp\":\"x/y\",\"signature\":\"ab\\/c+d==\"}"
      })
  void text_comesBack_andHoldsNoPassage(String text) {
    Excerpt excerpt = Excerpt.of(text, "ab/c+d==", "x/y");

    assertEquals(text, excerpt.text("ab/c+d==", "x/y"));
    assertFalse(excerpt.rest().contains("c+d=="));
    assertFalse(excerpt.rest().contains("x"));
  }

  @Test
  void text_comesBack_whenAPassageIsNotInIt() {
    Excerpt excerpt = Excerpt.of("{}", "ab/c", "");

    assertEquals("{}", excerpt.text("ab/c", ""));
  }

  @Test
  void text_comesBack_whenItWasCutBeforeTheEscapedSpellingWasLookedFor() {
    assertEquals("<ab|cd>", new Excerpt("<|>", List.of(1, 2)).text("ab", "cd"));
  }
}
