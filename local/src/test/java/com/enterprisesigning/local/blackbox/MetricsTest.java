package com.enterprisesigning.local.blackbox;

import static com.enterprisesigning.local.blackbox.Caller.DEMO;
import static com.enterprisesigning.local.blackbox.Caller.DEMO_ELSEWHERE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The metrics of real calls: {@code docs/audit.md#metrics}. This class has its own gateway. */
@ExtendWith(SharedRuns.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsTest {
  private final Runs runs;
  private final RunProcess run;
  private final Api api;
  private final Phone phone;
  private final LogLines log;

  MetricsTest(Runs runs) throws Exception {
    this.runs = runs;
    run = runs.join(Map.of());
    api = runs.api(run);
    phone = runs.phone();
    log = new LogLines(run, api);
  }

  @AfterAll
  void stop() {
    run.close();
  }

  /** An action of a test. */
  private interface Doing {
    void run() throws Exception;
  }

  private void assertCountsOne(String metric, String dimension, String value, Doing doing)
      throws Exception {
    long before = log.counted(metric, dimension, value);
    doing.run();
    Waiting.until(() -> log.counted(metric, dimension, value) == before + 1);
  }

  private String participant() throws Exception {
    return api.register(DEMO, runs.person()).participant();
  }

  private String participantOf(String role) throws Exception {
    return api.register(DEMO, phone.personalNumber(role)).participant();
  }

  @Test
  void start_counts_byItsChannel() throws Exception {
    String screen = participant();
    assertCountsOne("Starts", "Channel", "START", () -> api.start(DEMO, screen).is(200));
    String call = participant();
    assertCountsOne("Starts", "Channel", "START_PHONE", () -> api.startPhone(DEMO, call).is(200));
  }

  @Test
  void sameIp_countsAsAConflict_andBlocksNobody() throws Exception {
    String participant = participant();
    long blocked = log.counted("PersonsBlocked");
    api.start(DEMO, participant).is(200);
    assertCountsOne("Conflicts", "Kind", "SAME_IP", () -> api.start(DEMO, participant).is(409));
    assertEquals(blocked, log.counted("PersonsBlocked"));
  }

  @Test
  void differentIps_countAsAConflict_andAsABlockOfTheCaller() throws Exception {
    String participant = participant();
    api.start(DEMO, participant).is(200);
    assertCountsOne(
        "PersonsBlocked",
        "Client",
        "demo",
        () ->
            assertCountsOne(
                "Conflicts",
                "Kind",
                "DIFFERENT_IPS",
                () -> api.start(DEMO_ELSEWHERE, participant).is(409)));
  }

  @Test
  void startInABlock_isNotCounted() throws Exception {
    String participant = participant();
    api.start(DEMO, participant).is(200);
    api.start(DEMO_ELSEWHERE, participant).is(409);
    Waiting.until(() -> log.counted("PersonsBlocked") > 0);
    long blocked = log.counted("PersonsBlocked");
    long conflicts = log.counted("Conflicts");
    api.start(DEMO, participant).is(409);
    log.audit(participant);

    assertEquals(blocked, log.counted("PersonsBlocked"));
    assertEquals(conflicts, log.counted("Conflicts"));
  }

  @Test
  void twoCallsByPhone_countAsAConflict_andAsABlock() throws Exception {
    String participant = participant();
    api.startPhone(DEMO, participant).is(200);
    assertCountsOne(
        "PersonsBlocked",
        "Client",
        "demo",
        () ->
            assertCountsOne(
                "Conflicts", "Kind", "PHONE", () -> api.startPhone(DEMO, participant).is(409)));
  }

  @Test
  void aScreenAndAPhoneCall_countAsAConflict_andAsABlock() throws Exception {
    String participant = participant();
    api.start(DEMO, participant).is(200);
    assertCountsOne(
        "PersonsBlocked",
        "Client",
        "demo",
        () ->
            assertCountsOne(
                "Conflicts", "Kind", "MIXED", () -> api.startPhone(DEMO, participant).is(409)));
  }

  @Test
  void anOrderAtAnotherBank_countsAsAConflict() throws Exception {
    String participant = participantOf("Uno");
    assertCountsOne("Conflicts", "Kind", "ELSEWHERE", () -> api.start(DEMO, participant).is(409));
  }

  @Test
  void signature_countsAsStored_andAsAnOutcome() throws Exception {
    String participant = participant();
    phone.sign(phone.open(api.start(DEMO, participant).is(200)));
    long stored = log.counted("SignaturesStored");
    assertCountsOne(
        "Outcomes", "Hint", "COMPLETE", () -> api.collectUntil(DEMO, participant, Reply::isEnd));
    assertEquals(stored + 1, log.counted("SignaturesStored"));
  }

  @Test
  void failedOrder_counts_byItsHint() throws Exception {
    String person = runs.person();
    String participant = api.register(DEMO, person).participant();
    api.startPhone(DEMO, participant).is(200);
    phone.denyCall(phone.answer(person));
    assertCountsOne(
        "Outcomes",
        "Hint",
        "USER_DECLINED_CALL",
        () -> api.collectUntil(DEMO, participant, Reply::isEnd));
  }

  @Test
  void failedOrder_countsAsUnknown_whenTheContractDoesNotListItsHint() throws Exception {
    String participant = participant();
    phone.fail(phone.open(api.start(DEMO, participant).is(200)), "stepUpFailed");
    assertCountsOne(
        "Outcomes", "Hint", "UNKNOWN", () -> api.collectUntil(DEMO, participant, Reply::isEnd));
  }

  @Test
  void cancelledOrder_countsAsAnOutcome() throws Exception {
    String participant = participant();
    api.start(DEMO, participant).is(200);
    assertCountsOne("Outcomes", "Hint", "CANCELLED", () -> api.cancel(DEMO, participant).is(204));
  }

  @Test
  void signatureThatDoesNotVerify_countsAsRejected() throws Exception {
    String participant = participantOf("Text");
    long rejected = log.counted("SignaturesRejected");
    api.start(DEMO, participant).is(200);
    api.collectUntil(DEMO, participant, Reply::isEnd);
    Waiting.until(() -> log.counted("SignaturesRejected") == rejected + 1);
  }

  /** Looks at the first run, which handles the follow-up. */
  @Test
  void signatureThatNobodyCollects_countsAsRescued() throws Exception {
    LogLines first = new LogLines(runs.first(), runs.api(runs.first()));
    String participant = participant();
    long rescued = first.counted("SignaturesRescued");
    try (RunProcess soon = runs.join(Map.of("FOLLOW_UP_SECONDS", "2"))) {
      phone.sign(phone.open(runs.api(soon).start(DEMO, participant).is(200)));
      Waiting.until(() -> first.counted("SignaturesRescued") > rescued);
    }
  }

  @ParameterizedTest
  @CsvSource({"Ulla, 503", "Inga, 502"})
  void bankIdsFailure_isCounted_byItsCall(String role, int status) throws Exception {
    String participant = participantOf(role);
    assertCountsOne("BankIdErrors", "Call", "/sign", () -> api.start(DEMO, participant).is(status));
  }

  @Test
  void bankIdsRefusal_isCounted_byItsCode() throws Exception {
    String participant = participantOf("Oskar");
    assertCountsOne("BankIdRefusals", "Code", "OTHER", () -> api.start(DEMO, participant).is(424));
  }

  @Test
  void bankIdsTime_isRecorded_forEachCall() throws Exception {
    String participant = participant();
    api.start(DEMO, participant).is(200);
    api.cancel(DEMO, participant).is(204);
    Waiting.until(() ->
        log.ofMetric("BankIdLatency").stream()
            .map(line -> line.path("Call").asText())
            .toList()
            .containsAll(List.of("/sign", "/cancel")));
  }

  @Test
  void certificate_recordsItsDaysLeft_whenItIsRead() throws Exception {
    JsonNode line = log.ofMetric("CertificateDaysToExpiry").getFirst();

    assertEquals("enterprise-signing", line.path("Service").asText());
    assertTrue(line.path("CertificateDaysToExpiry").asLong() > 30, line.toString());
  }
}
