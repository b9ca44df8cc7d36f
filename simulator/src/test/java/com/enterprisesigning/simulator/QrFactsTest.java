package com.enterprisesigning.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.simulator.Https.Reply;
import com.enterprisesigning.simulator.order.QrCode;
import com.enterprisesigning.simulator.order.Speed;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The animated QR code ({@code docs/bankid.md#the-qr-code-and-the-launch-urls}). */
class QrFactsTest {
  private static final String TOKEN = "67df3917-fa0d-44e5-b327-edcc928297f8";
  private static final String SECRET = "d28db9a7-4cde-429e-a983-359be676944c";
  private static final String FIRST =
      "dc69358e712458a66a7525beef148ae8526b1c71610eff2c16cdffb4cdac9bf8";

  @ParameterizedTest(name = "t = {0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0  | dc69358e712458a66a7525beef148ae8526b1c71610eff2c16cdffb4cdac9bf8
          1  | 949d559bf23403952a94d103e67743126381eda00f0b3cbddbf7c96b1adcbce2
          2  | a9e5ec59cb4eee4ef4117150abc58fad7a85439a6a96ccbecc3668b41795b3f3
          3  | 96077d77699971790b46ee1f04ff1e44fe96b0602c9c51e4ca9c6d031c7c3bb7
          10 | 2822ca616ce1e64a1c171df69154ebc5adef4011244c867d6ad88a02db178962
          30 | 814d7fd38e2276625b6815152e3554c663acca689260c092203b48ca4e5c09a3
          """)
  void aFrame_isAuthentic_whenItsCodeMatchesItsTime(long t, String code) {
    QrCode frame = QrCode.parse("bankid." + TOKEN + "." + t + "." + code).orElseThrow();
    assertTrue(frame.isAuthentic(SECRET));
    assertFalse(frame.isAuthentic(TOKEN));
    assertFalse(new QrCode(TOKEN, t + 1, code).isAuthentic(SECRET));
  }

  @ParameterizedTest(name = "«{0}»")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ""
          https://example.com
          bankid.67df3917-fa0d-44e5-b327-edcc928297f8.00.dc69358e712458a66a7525beef148ae8526b1c71610eff2c16cdffb4cdac9bf8
          bankid.67df3917-fa0d-44e5-b327-edcc928297f8.-1.dc69358e712458a66a7525beef148ae8526b1c71610eff2c16cdffb4cdac9bf8
          bankid.67df3917-fa0d-44e5-b327-edcc928297f8.0.DC69
          bankid.67df3917-fa0d-44e5-b327-edcc928297f8.0.dc69358e712458a66a7525beef148ae8526b1c71610eff2c16cdffb4cdac9bf8.
          Bankid.67df3917-fa0d-44e5-b327-edcc928297f8.0.dc69358e712458a66a7525beef148ae8526b1c71610eff2c16cdffb4cdac9bf8
          """)
  void parse_isEmpty_whenTheTextIsNotAFrame(String text) throws Exception {
    try (Bench bench = new Bench()) {
      assertEquals(400, bench.phone("scan", "qr_string", text).status());
    }
  }

  @ParameterizedTest(name = "t = {0}, scanned after {1} ms at speed {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 |    0 |  1 | 200
          0 |  999 |  1 | 200
          7 | 7000 |  1 | 200
          2 | 7000 |  1 | 200
          2 | 7001 |  1 | 409 The QR code is too old. Show a new QR code each second, and scan the newest.
          2 | 1999 |  1 | 409 The QR code is from the future: t must be the whole seconds since the order was created, rounded down.
          # t counts real seconds, whatever the speed
          2 | 2000 | 10 | 200
          0 | 2999 | 10 | 200
          3 | 2000 | 10 | 409 The QR code is from the future: t must be the whole seconds since the order was created, rounded down.
          """)
  void scan_takesAFrame_forFiveSecondsFromItsTime(long t, long millis, int speed, String answer)
      throws Exception {
    try (Bench bench = new Bench(settings -> settings.with(new Speed(speed)))) {
      Reply order = bench.sign(Bench.PERSON);
      bench.clock.add(Duration.ofMillis(millis));

      Reply scanned = bench.scan(order, t);

      assertEquals(
          answer, scanned.status() == 200 ? "200" : scanned.status() + " " + scanned.message());
      assertEquals(
          scanned.status() == 200 ? "pending/userSign" : "pending/outstandingTransaction",
          bench.collected(order));
    }
  }

  @Test
  void scan_answers400_whenTheCodeIsForAnotherTime() throws Exception {
    try (Bench bench = new Bench()) {
      Reply order = bench.sign(Bench.PERSON);
      bench.passSeconds(1);
      String frame = Bench.qr(order, 0).replaceFirst("\\.0\\.", ".1.");
      assertEquals(400, bench.phone("scan", "qr_string", frame).status());
    }
  }

  @Test
  void scan_answers404_whenNoOrderHasThatToken() throws Exception {
    try (Bench bench = new Bench()) {
      String unknown = "bankid." + TOKEN + ".0." + FIRST;
      assertEquals(404, bench.phone("scan", "qr_string", unknown).status());
    }
  }

  @Test
  void aFrame_showsNothing() {
    assertFalse(new QrCode(TOKEN, 0, FIRST).toString().contains(TOKEN));
  }
}
