package com.enterprisesigning.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningStatus;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The request of /collect. The way the page opens the order decides the message to the user. */
class CollectRequestTest {
  private static final Signing WAITING =
      Samples.onStart(SigningStatus.PENDING, HintCode.OUTSTANDING_TRANSACTION);

  private final RecordingApi api = new RecordingApi();

  private TestCall.Answer collect(Signing signing, String members) {
    api.answers(signing);
    return TestCall.collect()
        .json("{\"participant_id\":\"" + Samples.PARTICIPANT + "\"" + members + "}")
        .by(api);
  }

  private String message(Signing signing, String launch) {
    return collect(signing, ",\"launch\":\"" + launch + "\"")
        .body()
        .at("/user_message/code")
        .textValue();
  }

  @ParameterizedTest
  @CsvSource({"QR, RFA1", "DESKTOP, RFA13", "MOBILE, RFA13"})
  void collect_choosesTheMessage_byHowThePageOpensTheOrder(String launch, String message) {
    assertEquals(message, message(Samples.initiated(), launch));
    assertEquals(message, message(WAITING, launch));
  }

  @ParameterizedTest
  @CsvSource({"QR, RFA15B", "DESKTOP, RFA15A", "MOBILE, RFA15B"})
  void collect_namesTheUsersDevice_whileTheAppSearches(String launch, String message) {
    assertEquals(
        message, message(Samples.onStart(SigningStatus.PENDING, HintCode.STARTED), launch));
  }

  @ParameterizedTest
  @CsvSource({"QR, RFA17B", "DESKTOP, RFA17A", "MOBILE, RFA17A"})
  void collect_saysWhatWasNotOpened_whenTheStartFailed(String launch, String message) {
    assertEquals(
        message, message(Samples.onStart(SigningStatus.FAILED, HintCode.START_FAILED), launch));
  }

  @Test
  void collect_speaksOfTheQrCode_whereLaunchIsLeftOut() {
    assertEquals("RFA1", collect(WAITING, "").body().at("/user_message/code").textValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"QR", "DESKTOP", "MOBILE"})
  void collect_ignoresLaunch_whenTheOrderIsByPhone(String launch) {
    assertEquals("RFA1", message(Samples.onPhone(SigningStatus.INITIATED, null), launch));
    assertEquals(
        "RFA17A", message(Samples.onPhone(SigningStatus.FAILED, HintCode.START_FAILED), launch));
  }

  @Test
  void launch_changesNothingButTheMessage() {
    assertEquals(
        withoutMessage(collect(WAITING, "")),
        withoutMessage(collect(WAITING, ",\"launch\":\"MOBILE\"")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"qr\"", "\"CALL\"", "\"\"", "null", "1", "[\"QR\"]", "{}"})
  void collect_answers400_whenLaunchIsMalformed(String value) {
    TestCall.Answer answer = collect(WAITING, ",\"launch\":" + value);

    assertEquals(400, answer.status());
    assertEquals("INVALID_REQUEST", answer.reason());
    assertEquals("launch: must be DESKTOP or MOBILE or QR", answer.detail());
    assertFalse(api.wasAsked());
  }

  @Test
  void cancel_knowsNoLaunch() {
    TestCall.Answer answer =
        TestCall.cancel()
            .json("{\"participant_id\":\"" + Samples.PARTICIPANT + "\",\"launch\":\"QR\"}")
            .by(api);

    assertEquals("launch: is not a known member", answer.detail());
  }

  private static JsonNode withoutMessage(TestCall.Answer answer) {
    assertEquals(200, answer.status());
    return ((ObjectNode) answer.body()).without("user_message");
  }
}
