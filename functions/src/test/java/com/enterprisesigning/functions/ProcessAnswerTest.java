package com.enterprisesigning.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.bankid.HintCode;
import com.enterprisesigning.signing.ProcessStatus;
import com.enterprisesigning.signing.SigningStatus;
import org.junit.jupiter.api.Test;

/** The answers of the calls on processes: {@code docs/architecture.md#the-contract}. */
class ProcessAnswerTest {
  private static final String VIEW =
      """
      {"id": "0b8f6f0e-5c57-4b8e-9d3e-2f6f5f0f3a11", "reference": "loan 4711", "status": "%s",
       "expires_at": "2027-01-07T10:00:00.000Z", "participants": [%s]}
      """;

  private final RecordingApi api = new RecordingApi();

  private static String participant(String members) {
    return "{\"id\": \"b9052a54-7e40-11ee-b962-0242ac120002\", " + members + "}";
  }

  @Test
  void register_answers201_withTheIdsInOrder() {
    TestCall.Answer answer = TestCall.register().by(api);

    assertEquals(201, answer.status());
    assertEquals(
        TestCall.parse(VIEW.formatted("OPEN", participant("\"status\": \"NOT_STARTED\""))),
        answer.body());
  }

  @Test
  void getProcess_answersEachParticipant_withWhatApplies() {
    api.answers(
        Samples.view(
            ProcessStatus.OPEN,
            Samples.created(),
            Samples.initiated(),
            Samples.onStart(SigningStatus.PENDING, HintCode.USER_SIGN),
            Samples.onStart(SigningStatus.ENDING, HintCode.STARTED),
            Samples.onPhone(SigningStatus.FAILED, HintCode.USER_CANCEL),
            Samples.onStart(SigningStatus.FAILED, HintCode.STEP_UP_FAILED),
            Samples.onStart(SigningStatus.COLLECT_ERROR, null),
            Samples.onStart(SigningStatus.COMPLETE, null)));

    String participants =
        String.join(
            ",",
            participant("\"status\": \"NOT_STARTED\""),
            participant("\"status\": \"INITIATED\""),
            participant("\"status\": \"PENDING\", \"hint_code\": \"USER_SIGN\""),
            participant("\"status\": \"PENDING\", \"hint_code\": \"UNKNOWN\""),
            participant("\"status\": \"FAILED\", \"hint_code\": \"USER_CANCEL\""),
            participant("\"status\": \"FAILED\", \"hint_code\": \"UNKNOWN\""),
            participant("\"status\": \"COLLECT_ERROR\""),
            participant("\"status\": \"COMPLETE\", \"signed_at\": \"2026-11-23T10:00:00.400Z\""));
    TestCall.Answer answer = TestCall.getProcess(Samples.PROCESS.toString()).by(api);
    assertEquals(200, answer.status());
    assertEquals(TestCall.parse(VIEW.formatted("OPEN", participants)), answer.body());
  }

  @Test
  void getProcess_asksForTheProcessOfTheClient() {
    TestCall.getProcess(Samples.PROCESS.toString()).by(api);

    assertEquals(new RecordingApi.Asked("process", "demo", Samples.PROCESS), api.asked());
  }

  @Test
  void withdrawProcess_answersNoBody() {
    TestCall.Answer answer = TestCall.withdrawProcess(Samples.PROCESS.toString()).by(api);

    assertEquals(204, answer.status());
    assertEquals(new RecordingApi.Asked("withdraw", "demo", Samples.PROCESS), api.asked());
  }
}
