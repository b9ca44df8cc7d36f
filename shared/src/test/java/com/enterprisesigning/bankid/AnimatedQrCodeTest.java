package com.enterprisesigning.bankid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.domain.Launch;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnimatedQrCodeTest {
  private static final Instant STARTED_AT = Instant.parse("2026-11-23T10:00:00.900Z");

  private final AnimatedQrCode qrCode =
      new AnimatedQrCode(
          new Launch(
              "7c40b5c9-fa74-49cf-b98c-bfe651f9a7c6",
              "67df3917-fa0d-44e5-b327-edcc928297f8",
              "d28db9a7-4cde-429e-a983-359be676944c"),
          STARTED_AT);

  @ParameterizedTest
  @CsvSource({
    "0, dc69358e712458a66a7525beef148ae8526b1c71610eff2c16cdffb4cdac9bf8",
    "1, 949d559bf23403952a94d103e67743126381eda00f0b3cbddbf7c96b1adcbce2",
    "2, a9e5ec59cb4eee4ef4117150abc58fad7a85439a6a96ccbecc3668b41795b3f3",
    "3, 96077d77699971790b46ee1f04ff1e44fe96b0602c9c51e4ca9c6d031c7c3bb7",
    "10, 2822ca616ce1e64a1c171df69154ebc5adef4011244c867d6ad88a02db178962",
    "30, 814d7fd38e2276625b6815152e3554c663acca689260c092203b48ca4e5c09a3"
  })
  void shows_bankIdsPublishedValues(long t, String authCode) {
    assertEquals(
        "bankid.67df3917-fa0d-44e5-b327-edcc928297f8." + t + "." + authCode,
        qrCode.at(STARTED_AT.plusSeconds(t)));
  }

  @Test
  void isNeverAhead_thoughASecondIsAlmostOver() {
    assertEquals(qrCode.at(STARTED_AT.plusSeconds(1)), qrCode.at(STARTED_AT.plusMillis(1_999)));
  }

  @Test
  void staysAtZero_whereThisClockIsBehindTheOneThatStarted() {
    assertEquals(qrCode.at(STARTED_AT), qrCode.at(STARTED_AT.minusMillis(1)));
    assertEquals(qrCode.at(STARTED_AT), qrCode.at(STARTED_AT.minusSeconds(7)));
  }

  @Test
  void text_showsNoSecret() {
    assertEquals(
        "AnimatedQrCode[launch=Launch[secret], startedAt=2026-11-23T10:00:00.900Z]",
        qrCode.toString());
  }
}
