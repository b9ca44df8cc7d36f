package com.enterprisesigning.simulator.order;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published vectors of bankid-facts section 3. */
class QrCodeTest {
  private static final String TOKEN = "67df3917-fa0d-44e5-b327-edcc928297f8";
  private static final String SECRET = "d28db9a7-4cde-429e-a983-359be676944c";
  private static final String FIRST =
      "dc69358e712458a66a7525beef148ae8526b1c71610eff2c16cdffb4cdac9bf8";

  @ParameterizedTest
  @CsvSource({
    "0, dc69358e712458a66a7525beef148ae8526b1c71610eff2c16cdffb4cdac9bf8",
    "1, 949d559bf23403952a94d103e67743126381eda00f0b3cbddbf7c96b1adcbce2",
    "2, a9e5ec59cb4eee4ef4117150abc58fad7a85439a6a96ccbecc3668b41795b3f3",
    "3, 96077d77699971790b46ee1f04ff1e44fe96b0602c9c51e4ca9c6d031c7c3bb7",
    "10, 2822ca616ce1e64a1c171df69154ebc5adef4011244c867d6ad88a02db178962",
    "30, 814d7fd38e2276625b6815152e3554c663acca689260c092203b48ca4e5c09a3",
  })
  void frame_isAuthentic_whenItsCodeIsThatOfItsTime(long seconds, String code) {
    QrCode frame = QrCode.parse("bankid." + TOKEN + "." + seconds + "." + code).orElseThrow();
    assertTrue(frame.isAuthentic(SECRET));
    assertFalse(frame.isAuthentic(TOKEN));
    assertFalse(new QrCode(TOKEN, seconds + 1, code).isAuthentic(SECRET));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bankid." + TOKEN + ".00." + FIRST,
        "bankid." + TOKEN + ".-1." + FIRST,
        "bankid." + TOKEN + ".0.DC69",
        "bankid." + TOKEN + ".0." + FIRST + ".",
        "Bankid." + TOKEN + ".0." + FIRST,
      })
  void text_isNoFrame_whenItsFormIsAnother(String text) {
    assertTrue(QrCode.parse(text).isEmpty());
  }

  @Test
  void frame_showsNothing() {
    assertFalse(new QrCode(TOKEN, 0, FIRST).toString().contains(TOKEN));
  }
}
