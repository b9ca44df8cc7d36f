package com.enterprisesigning.bankid.client;

import static com.enterprisesigning.bankid.client.Fixture.ORDER_REF;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.bankid.BankId.Collected;
import com.enterprisesigning.bankid.BankId.Fault;
import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.HintCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CollectTest {
  private Fixture bankId;

  @BeforeEach
  void start() throws Exception {
    bankId = new Fixture();
  }

  @AfterEach
  void stop() {
    bankId.close();
  }

  @Test
  void asksForTheOrder() {
    collect(500, "");

    BankIdServer.Asked asked = bankId.server.onlyAsked();
    assertEquals("POST /rp/v6.0/collect", asked.method() + " " + asked.path());
    assertEquals("{\"orderRef\":\"" + ORDER_REF + "\"}", asked.body());
    assertEquals(List.of("application/json"), asked.headers().get("Content-Type"));
  }

  @ParameterizedTest
  @CsvSource({
    "outstandingTransaction, OUTSTANDING_TRANSACTION",
    "noClient, NO_CLIENT",
    "started, STARTED",
    "userSign, USER_SIGN",
    "userMrtd, USER_MRTD",
    "userCallConfirm, USER_CALL_CONFIRM"
  })
  void pending(String raw, HintCode hint) {
    assertEquals(new Collected.Pending(hint), collect(200, order("pending", raw)));
    assertEquals(List.of(), unlistedHints());
  }

  @ParameterizedTest
  @CsvSource({
    "expiredTransaction, EXPIRED_TRANSACTION",
    "certificateErr, CERTIFICATE_ERR",
    "userCancel, USER_CANCEL",
    "cancelled, CANCELLED",
    "startFailed, START_FAILED",
    "userDeclinedCall, USER_DECLINED_CALL",
    "notSupportedByUserApp, NOT_SUPPORTED_BY_USER_APP",
    "transactionRiskBlocked, TRANSACTION_RISK_BLOCKED"
  })
  void failed(String raw, HintCode hint) {
    assertEquals(new Collected.Failed(hint), collect(200, order("failed", raw)));
    assertEquals(List.of(), unlistedHints());
  }

  @ParameterizedTest
  @CsvSource({"processing, PROCESSING", "userFace, USER_FACE", "userStepUp, USER_STEP_UP"})
  void aPendingHintThatTheContractDoesNotList_isKnown_andHeardRaw(String raw, HintCode hint) {
    assertEquals(new Collected.Pending(hint), collect(200, order("pending", raw)));
    assertEquals(List.of(new BankIdEvent.UnlistedHint("pending", raw)), unlistedHints());
  }

  @ParameterizedTest
  @CsvSource({
    "mrtdVerificationFailed, MRTD_VERIFICATION_FAILED",
    "facialRecognitionFailed, FACIAL_RECOGNITION_FAILED",
    "nfcNotSupportedByDevice, NFC_NOT_SUPPORTED_BY_DEVICE",
    "multipleBankIdsOnDevice, MULTIPLE_BANK_IDS_ON_DEVICE",
    "stepUpFailed, STEP_UP_FAILED"
  })
  void aFailedHintThatTheContractDoesNotList_isKnown_andHeardRaw(String raw, HintCode hint) {
    assertEquals(new Collected.Failed(hint), collect(200, order("failed", raw)));
    assertEquals(List.of(new BankIdEvent.UnlistedHint("failed", raw)), unlistedHints());
  }

  @ParameterizedTest
  @CsvSource({
    "addedTomorrow, addedTomorrow",
    "UserSign, UserSign",
    "unknown, unknown",
    "startFailed, startFailed", // belongs to failed
    "189001019802, malformed",
    "'user sign', malformed",
    "'', absent"
  })
  void aPendingHintThatIsNotKnown_isUnknown_andHeardRaw(String raw, String heard) {
    assertEquals(new Collected.Pending(HintCode.UNKNOWN), collect(200, order("pending", raw)));
    assertEquals(List.of(new BankIdEvent.UnlistedHint("pending", heard)), unlistedHints());
  }

  @ParameterizedTest
  @ValueSource(strings = {"addedTomorrow", "userSign"})
  void aFailedHintThatIsNotKnown_isUnknown_andHeardRaw(String raw) {
    assertEquals(new Collected.Failed(HintCode.UNKNOWN), collect(200, order("failed", raw)));
    assertEquals(List.of(new BankIdEvent.UnlistedHint("failed", raw)), unlistedHints());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"hintCode\":null", ",\"hintCode\":7"})
  void anAbsentHint_isUnknown(String member) {
    String body = "{\"orderRef\":\"%s\",\"status\":\"failed\"%s}".formatted(ORDER_REF, member);

    assertEquals(new Collected.Failed(HintCode.UNKNOWN), collect(200, body));
    assertEquals(List.of(new BankIdEvent.UnlistedHint("failed", "absent")), unlistedHints());
  }

  @Test
  void complete_withAllThatBankIdSends() {
    String raw =
        """
        {"orderRef":"131daac9-16c6-4618-beb0-365768f37288","status":"complete","completionData":{
          "user":{"personalNumber":"189001019802","name":"Åsa Öst","givenName":"Åsa","surname":"Öst"},
          "device":{"ipAddress":"192.0.2.1","uhi":"OZvYM9VvyiAmG7NA5jU5zqGcVpo="},
          "bankIdIssueDate":"2026-02-01Z","stepUp":{"mrtd":true},"risk":"low","new":[{}],
          "signature":"PD94","ocspResponse":"MIIH"}}\
        """;

    assertEquals(
        new Collected.Complete(
            new Completion(
                raw,
                ORDER_REF,
                new Completion.Signer("189001019802", "Åsa Öst", "Åsa", "Öst"),
                new Completion.Device("192.0.2.1", Optional.of("OZvYM9VvyiAmG7NA5jU5zqGcVpo=")),
                "PD94",
                "MIIH")),
        collect(200, raw));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",\"completionData\":null",
        ",\"completionData\":\"x\"",
        ",\"completionData\":{}",
        ",\"completionData\":{\"user\":7,\"device\":[],\"signature\":{},\"ocspResponse\":null}"
      })
  void complete_isKeptAsReceived_whateverItLacks(String member) {
    String raw = "{\"orderRef\":\"%s\",\"status\":\"complete\"%s}".formatted(ORDER_REF, member);

    assertEquals(bareCompletion(raw), collect(200, raw));
  }

  @Test
  void complete_belongsToTheRequestedOrder_whenItNamesNone() {
    String raw = "{\"status\":\"complete\"}";

    assertEquals(bareCompletion(raw), collect(200, raw));
  }

  private static Stream<String> oddMembers() {
    return Stream.of(
        "9".repeat(1_001),
        "[".repeat(1_001) + "]".repeat(1_001),
        "{\"" + "n".repeat(50_001) + "\":0}",
        "1e999999999",
        "\"\\ud800\"");
  }

  @ParameterizedTest
  @MethodSource("oddMembers")
  void complete_isKept_howeverOddAnUnknownMemberIs(String value) {
    String raw = "{\"addedTomorrow\":%s,\"status\":\"complete\"}".formatted(value);

    assertEquals(bareCompletion(raw), collect(200, raw));
  }

  @Test
  void complete_isKept_behindAByteOrderMark() {
    String raw = "\uFEFF{\"status\":\"complete\"}";

    assertEquals(bareCompletion(raw), collect(200, raw));
  }

  @ParameterizedTest
  @ValueSource(strings = {"addedTomorrow", "name", "uhi"})
  void complete_isKeptWithoutPartsThatAreTooLarge_toSaveTheSignature(String member) {
    String large = random(1_000_000);
    String raw =
        """
        {"status":"complete","completionData":{"signature":"PD94","ocspResponse":"MIIH",
        "user":{"%s":"%s"},"device":{"%s":"%s"}}}
        """
            .formatted(member, large, member, large);

    Completion completion = ((Collected.Complete) collect(200, raw)).completion();

    assertEquals("PD94", completion.signature());
    assertEquals("", completion.raw());
    assertEquals("", completion.user().name());
    assertEquals(Optional.empty(), completion.device().uhi());
  }

  private static String random(int characters) {
    return new Random(1)
        .ints(characters, 'A', 'z')
        .filter(Character::isLetter)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void complete_ofTheLargestSize() {
    String base64 = "A".repeat(1_900_000);
    String raw =
        "{\"status\":\"complete\",\"completionData\":{\"signature\":\"%s\",\"ocspResponse\":\"%s\"}}"
            .formatted(base64, base64);

    Collected.Complete complete = (Collected.Complete) collect(200, raw);

    assertEquals(base64, complete.completion().signature());
    assertEquals(raw, complete.completion().raw());
  }

  @ParameterizedTest
  @ValueSource(strings = {"invalidParameters", "InvalidParameters"})
  void invalidParameters_isNoSuchOrder(String errorCode) {
    assertEquals(
        new Collected.NoSuchOrder(), collect(400, "{\"errorCode\":\"" + errorCode + "\"}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {\"orderRef\":\"another\",\"status\":\"complete\"}",
        "200 | {\"orderRef\":\"another\",\"status\":\"pending\",\"hintCode\":\"userSign\"}",
        "200 | {\"status\":\"COMPLETE\"}",
        "200 | {\"status\":\"addedTomorrow\"}",
        "200 | {\"status\":true}",
        "200 | {\"hintCode\":\"userSign\"}",
        "200 | {}",
        "200 | []",
        "200 | {\"status\":\"pending\"",
        "200 | <html>",
        "204 | ''",
        "408 | {\"errorCode\":\"requestTimeout\"}",
        "500 | {\"errorCode\":\"internalError\"}"
      })
  void anythingElse_isUnexpected(int status, String body) {
    assertEquals(new Collected.NoAnswer(new Fault.Unexpected()), collect(status, body));
    assertEquals(List.of("/collect HTTP " + status), bankId.faults());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | {\"errorCode\":\"alreadyInProgress\"}",
        "400 | {\"errorCode\":\"addedTomorrow\"}",
        "400 | ''",
        "403 | {\"errorCode\":\"unauthorized\"}",
        "404 | {\"errorCode\":\"invalidParameters\"}"
      })
  void anyOther4xx_isARefusal(int status, String body) {
    assertEquals(new Collected.NoAnswer(new Fault.Refused()), collect(status, body));
    assertEquals(List.of("/collect HTTP " + status), bankId.faults());
  }

  @Test
  void maintenance_isUnavailable() {
    assertEquals(
        new Collected.NoAnswer(new Fault.Unavailable(Duration.ofSeconds(5))),
        collect(503, "{\"errorCode\":\"maintenance\"}"));
  }

  private Collected collect(int status, String body) {
    bankId.server.answers(status, body);
    return bankId.client().collect(ORDER_REF);
  }

  private static String order(String status, String hint) {
    return "{\"orderRef\":\"%s\",\"status\":\"%s\",\"hintCode\":\"%s\"}"
        .formatted(ORDER_REF, status, hint);
  }

  private static Collected bareCompletion(String raw) {
    return new Collected.Complete(
        new Completion(
            raw,
            ORDER_REF,
            new Completion.Signer("", "", "", ""),
            new Completion.Device("", Optional.empty()),
            "",
            ""));
  }

  private List<BankIdEvent> unlistedHints() {
    return bankId.events.stream().filter(BankIdEvent.UnlistedHint.class::isInstance).toList();
  }
}
