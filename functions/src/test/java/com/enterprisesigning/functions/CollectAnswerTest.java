package com.enterprisesigning.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.bankid.HintCode;
import com.enterprisesigning.signing.Signing;
import com.enterprisesigning.signing.SigningStatus;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The statuses of /collect: {@code docs/architecture.md#the-contract}. */
class CollectAnswerTest {
  private final RecordingApi api = new RecordingApi();

  private JsonNode collect(Signing signing) {
    api.answers(signing);
    TestCall.Answer answer = TestCall.collect().by(api);
    assertEquals(200, answer.status());
    return answer.body();
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void collect_asksForTheParticipantOfTheClient() {
    collect(Samples.initiated());

    assertEquals(new RecordingApi.Asked("collect", "demo", Samples.PARTICIPANT), api.asked());
  }

  @Test
  void collect_answersInitiated_withAFreshQr() {
    JsonNode answer = collect(Samples.initiated());

    assertEquals(Set.of("status", "qr_string", "next_collect_ms", "user_message"), names(answer));
    assertEquals("INITIATED", answer.get("status").textValue());
    assertEquals(Samples.QR_AT_1, answer.get("qr_string").textValue());
    assertEquals(1000, answer.get("next_collect_ms").intValue());
  }

  @ParameterizedTest
  @CsvSource({
    "OUTSTANDING_TRANSACTION, true, 1000, RFA1",
    "NO_CLIENT, true, 1000, RFA1",
    "STARTED, false, 2000, RFA15B",
    "USER_SIGN, false, 2000, RFA9",
    "USER_MRTD, false, 2000, RFA23",
    "USER_CALL_CONFIRM, false, 2000, RFA21",
    "UNKNOWN, false, 2000, RFA21"
  })
  void collect_answersPending_withAQr_exactlyWhileTheAppIsToBeOpened(
      HintCode hint, boolean qr, int next, String message) {
    JsonNode answer = collect(Samples.onStart(SigningStatus.PENDING, hint));

    assertEquals("PENDING", answer.get("status").textValue());
    assertEquals(hint.name(), answer.get("hint_code").textValue());
    assertEquals(qr, answer.has("qr_string"));
    assertEquals(next, answer.get("next_collect_ms").intValue());
    assertEquals(message, answer.at("/user_message/code").textValue());
  }

  @Test
  void collect_answersAPhoneOrder_withoutQr() {
    JsonNode initiated = collect(Samples.onPhone(SigningStatus.INITIATED, null));

    assertEquals(Set.of("status", "next_collect_ms", "user_message"), names(initiated));
    assertEquals(2000, initiated.get("next_collect_ms").intValue());
  }

  @Test
  void collect_answersAPendingPhoneOrder_withoutQr() {
    JsonNode pending =
        collect(Samples.onPhone(SigningStatus.PENDING, HintCode.OUTSTANDING_TRANSACTION));

    assertEquals(Set.of("status", "hint_code", "next_collect_ms", "user_message"), names(pending));
  }

  @Test
  void collect_answersAnOrderThatAConflictEnds_asPending() {
    JsonNode answer =
        collect(Samples.onStart(SigningStatus.ENDING, HintCode.OUTSTANDING_TRANSACTION));

    assertEquals(Set.of("status", "hint_code", "next_collect_ms", "user_message"), names(answer));
    assertEquals("PENDING", answer.get("status").textValue());
    assertEquals("UNKNOWN", answer.get("hint_code").textValue());
    assertEquals("RFA21", answer.at("/user_message/code").textValue());
  }

  @ParameterizedTest
  @EnumSource(
      names = {"CANCELLED", "USER_CANCEL", "START_FAILED", "EXPIRED_TRANSACTION", "UNKNOWN"})
  void collect_answersFailed_withoutANextCollect(HintCode hint) {
    JsonNode answer = collect(Samples.onStart(SigningStatus.FAILED, hint));

    assertEquals(Set.of("status", "hint_code", "user_message"), names(answer));
    assertEquals(hint.name(), answer.get("hint_code").textValue());
  }

  @ParameterizedTest
  @CsvSource({"PENDING, USER_FACE, RFA24", "FAILED, FACIAL_RECOGNITION_FAILED, RFA27"})
  void collect_tellsTheUserWhatToDo_whenTheContractDoesNotListTheHint(
      SigningStatus status, HintCode hint, String message) {
    JsonNode answer = collect(Samples.onStart(status, hint));

    assertEquals("UNKNOWN", answer.get("hint_code").textValue());
    assertEquals(message, answer.at("/user_message/code").textValue());
  }

  @Test
  void collect_answersComplete_withTheTimeOfTheSignatureAlone() {
    assertEquals(
        TestCall.parse("{\"status\":\"COMPLETE\",\"signed_at\":\"2026-11-23T10:00:00.400Z\"}"),
        collect(Samples.onStart(SigningStatus.COMPLETE, null)));
  }

  @Test
  void collect_answersCollectError_withAMessage() {
    JsonNode answer = collect(Samples.onStart(SigningStatus.COLLECT_ERROR, null));

    assertEquals(Set.of("status", "user_message"), names(answer));
    assertEquals("RFA22", answer.at("/user_message/code").textValue());
  }
}
