package com.enterprisesigning.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.bankid.HintCode;
import com.enterprisesigning.signing.SigningStatus;
import org.junit.jupiter.api.Test;

/** The answers of start and start/phone: {@code docs/architecture.md#the-contract}. */
class StartAnswerTest {
  private static final String START =
      """
      {"status": "INITIATED",
       "autostart_token": "131daac9-16c6-4618-beb0-365768f37288",
       "qr_string": "%s",
       "launch_urls": {
         "desktop":
           "bankid:///?autostarttoken=131daac9-16c6-4618-beb0-365768f37288&redirect=null",
         "mobile":
           "https://app.bankid.com/?autostarttoken=131daac9-16c6-4618-beb0-365768f37288&redirect=null"
       },
       "expires_at": "2026-11-23T10:03:00.400Z",
       "next_collect_ms": 1000,
       "user_message":
         {"code": "RFA1", "sv": "Starta BankID-appen.", "en": "Start your BankID app."}}
      """;

  private final RecordingApi api = new RecordingApi();

  @Test
  void start_answersWhatLaunchesTheApp() {
    TestCall.Answer answer = TestCall.start().by(api);

    assertEquals(200, answer.status());
    assertEquals("application/json", answer.header("Content-Type"));
    assertEquals("no-store", answer.header("Cache-Control"));
    assertEquals(TestCall.parse(START.formatted(Samples.QR_AT_1)), answer.body());
  }

  @Test
  void start_repeatsItsFirstAnswer_whenTheOrderHasMovedOn() {
    api.answers(Samples.onStart(SigningStatus.PENDING, HintCode.USER_SIGN));

    assertEquals(TestCall.parse(START.formatted(Samples.QR_AT_1)), TestCall.start().by(api).body());
  }

  @Test
  void startPhone_answersNeitherTokenNorQr() {
    api.answers(Samples.onPhone(SigningStatus.INITIATED, null));

    assertEquals(
        TestCall.parse(
            """
            {"status": "INITIATED",
             "expires_at": "2026-11-23T10:03:00.400Z",
             "next_collect_ms": 2000,
             "user_message":
               {"code": "RFA1", "sv": "Starta BankID-appen.", "en": "Start your BankID app."}}
            """),
        TestCall.startPhone().by(api).body());
  }

  @Test
  void cancel_answersNoBody() {
    TestCall.Answer answer = TestCall.cancel().by(api);

    assertEquals(204, answer.status());
    assertEquals(null, answer.response().getBody());
    assertEquals(null, answer.header("Content-Type"));
    assertEquals(new RecordingApi.Asked("cancel", "demo", Samples.PARTICIPANT), api.asked());
  }
}
