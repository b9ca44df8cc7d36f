package com.enterprisesigning.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.signing.Reason;
import com.enterprisesigning.signing.Refusal;
import com.enterprisesigning.store.StoreUnavailable;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every error of the contract: {@code docs/architecture.md#the-contract}. */
class ProblemAnswerTest {
  private static final String ID = Samples.PROCESS.toString();

  private final RecordingApi api = new RecordingApi();

  @Test
  void start_answersAConflict_wordForWord() {
    api.refuses(Reason.RFA4_SIGNING_IN_PROGRESS);
    TestCall.Answer answer = TestCall.start().by(api);

    assertEquals(409, answer.status());
    assertEquals("application/problem+json", answer.header("Content-Type"));
    assertEquals(
        TestCall.parse(
            """
            {"type": "about:blank", "title": "Conflict", "status": 409,
             "instance": "/signing/start", "request_id": "JKJaXmPLvHcESHA=",
             "reason": {"code": "RFA4_SIGNING_IN_PROGRESS", "message":
               "An identification or signing for this personal number is already started. Please try again"}}
            """),
        answer.body());
    assertNull(answer.header("Retry-After"));
  }

  @ParameterizedTest
  @CsvSource({
    "INVALID_REQUEST, 400, Bad Request",
    "MISSING_SCOPE, 403, Forbidden",
    "END_USER_IP_NOT_ALLOWED, 403, Forbidden",
    "PARTICIPANT_NOT_FOUND, 404, Not Found",
    "PROCESS_NOT_FOUND, 404, Not Found",
    "EVIDENCE_NOT_FOUND, 404, Not Found",
    "RFA4_SIGNING_IN_PROGRESS, 409, Conflict",
    "REQUEST_IN_PROGRESS, 409, Conflict",
    "SIGNING_NOT_STARTED, 409, Conflict",
    "SIGNING_ALREADY_COMPLETED, 409, Conflict",
    "REQUIREMENT_NOT_FOR_PHONE, 409, Conflict",
    "PROCESS_EXPIRED, 410, Gone",
    "PROCESS_WITHDRAWN, 410, Gone",
    "PAYLOAD_TOO_LARGE, 413, Content Too Large",
    "UNSUPPORTED_MEDIA_TYPE, 415, Unsupported Media Type",
    "IDEMPOTENCY_KEY_REUSED, 422, Unprocessable Content",
    "INTERNAL_ERROR, 500, Internal Server Error",
    "SIGNATURE_LOST, 500, Internal Server Error",
    "BANKID_REFUSED, 424, Failed Dependency",
    "RFA5_BANKID_ERROR, 502, Bad Gateway",
    "RFA5_BANKID_UNAVAILABLE, 503, Service Unavailable",
    "SERVICE_UNAVAILABLE, 503, Service Unavailable"
  })
  void eachReason_hasItsStatusAndTitle(Reason reason, int status, String title) {
    api.refuses(reason);
    TestCall.Answer answer = TestCall.collect().by(api);

    assertEquals(status, answer.status());
    assertEquals(status, answer.body().get("status").intValue());
    assertEquals(title, answer.body().get("title").textValue());
    assertEquals(reason.name(), answer.reason());
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void eachReason_saysWhatHappened_andWhatToDoNext(Reason reason) {
    api.refuses(reason);
    String message = TestCall.collect().by(api).body().at("/reason/message").textValue();

    assertTrue(message.matches("[A-Z].+[.,] .+[^.]"), message);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T10:00:05Z, 3, 2026-11-23T10:00:05.000Z",
    "2026-11-23T10:00:03.399Z, 1, 2026-11-23T10:00:03.399Z",
    "2026-11-23T10:00:03.399001Z, 2, 2026-11-23T10:00:03.400Z",
    "2026-11-23T10:00:02.399Z, 1, 2026-11-23T10:00:02.399Z",
    "2026-11-23T09:00:00Z, 1, 2026-11-23T09:00:00.000Z"
  })
  void aKnownTime_isSaidInHeaderAndBody_neverTooEarly(
      Instant until, String retryAfter, String retryAt) {
    api.refuses(Refusal.until(Reason.RFA4_SIGNING_IN_PROGRESS, until));
    TestCall.Answer answer = TestCall.cancel().by(api);

    assertEquals(retryAfter, answer.header("Retry-After"));
    assertEquals(retryAt, answer.body().get("retry_at").textValue());
  }

  @ParameterizedTest
  @CsvSource({
    "SAME_IP, false, Start again",
    "ELSEWHERE, false, Start again",
    "OVERTAKEN, false, Start again",
    "DIFFERENT_IPS, true, another IP address",
    "PHONE, true, by phone",
    "MIXED, true, by phone",
    "BLOCKED, true, A call before that changes nothing",
    "MISSING, true, This call changed nothing",
    "OVERTAKEN, true, This call changed nothing"
  })
  void aConflict_saysWhatItMet(Refusal.Cause cause, boolean hasTime, String detail) {
    Optional<Instant> until = hasTime ? Optional.of(Samples.WINDOW_END) : Optional.empty();
    api.refuses(new Refusal(Reason.RFA4_SIGNING_IN_PROGRESS, until, Optional.of(cause)));
    TestCall.Answer answer = TestCall.start().by(api);

    assertTrue(answer.detail().contains(detail), answer.detail());
    assertEquals(hasTime, answer.detail().contains("retry_at"), answer.detail());
    assertEquals(
        "An identification or signing for this personal number is already started. Please try"
            + " again",
        answer.body().at("/reason/message").textValue());
  }

  /** No member may show whose the other order is, or through which relying party it was made. */
  @Test
  void conflictsThatDifferOnlyInWhoseTheOtherOrderIs_areAnsweredAlike() {
    Set<JsonNode> answers = new HashSet<>();
    for (Refusal.Cause cause :
        List.of(Refusal.Cause.SAME_IP, Refusal.Cause.ELSEWHERE, Refusal.Cause.OVERTAKEN)) {
      api.refuses(
          new Refusal(Reason.RFA4_SIGNING_IN_PROGRESS, Optional.empty(), Optional.of(cause)));
      answers.add(TestCall.start().by(api).body());
    }
    assertEquals(1, answers.size(), answers.toString());
  }

  static Stream<Arguments> instances() {
    return Stream.of(
        Arguments.of(TestCall.start(), "/signing/start"),
        Arguments.of(TestCall.startPhone(), "/signing/start/phone"),
        Arguments.of(TestCall.collect(), "/signing/collect"),
        Arguments.of(TestCall.cancel(), "/signing/cancel"),
        Arguments.of(TestCall.register(), "/signing/processes"),
        Arguments.of(TestCall.getProcess(ID), "/signing/processes/" + ID),
        Arguments.of(TestCall.withdrawProcess(ID), "/signing/processes/" + ID),
        Arguments.of(TestCall.getEvidence(ID), "/signing/participants/" + ID + "/evidence"),
        Arguments.of(TestCall.getProcess("a b\n<c>"), "/signing/processes/a%20b%0A%3Cc%3E"));
  }

  @ParameterizedTest
  @MethodSource("instances")
  void instance_isTheOperation_orTheRequestsPath(TestCall call, String instance) {
    TestCall.Answer answer = call.token("demo", "").by(api);

    assertEquals(instance, answer.body().get("instance").textValue());
  }

  @Test
  void aBug_isAnswered500_withNothingOfIt() {
    api.fails(new IllegalStateException("secret of the house"));
    TestCall.Answer answer = TestCall.start().by(api);

    assertEquals(500, answer.status());
    assertEquals("INTERNAL_ERROR", answer.reason());
    assertEquals(TestCall.REQUEST_ID, answer.body().get("request_id").textValue());
    assertFalse(answer.response().getBody().contains("secret"), answer.response().getBody());
    assertFalse(answer.body().has("detail"));
  }

  @Test
  void aTableThatIsAway_isAnswered503_withATimeToRetry_andNothingOfIt() {
    api.fails(new StoreUnavailable("secret of the house", null));
    TestCall.Answer answer = TestCall.start().by(api);

    assertEquals(503, answer.status());
    assertEquals("SERVICE_UNAVAILABLE", answer.reason());
    assertEquals("5", answer.header("Retry-After"));
    assertFalse(answer.response().getBody().contains("secret"), answer.response().getBody());
  }
}
