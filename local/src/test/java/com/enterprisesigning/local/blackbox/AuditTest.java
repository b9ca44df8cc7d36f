package com.enterprisesigning.local.blackbox;

import static com.enterprisesigning.local.blackbox.Caller.DEMO;
import static com.enterprisesigning.local.blackbox.Caller.DEMO_ELSEWHERE;
import static com.enterprisesigning.local.blackbox.Caller.OTHER;
import static com.enterprisesigning.local.blackbox.Caller.SERVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each decision writes exactly one line: {@code docs/audit.md#the-lines}. */
@ExtendWith(SharedRuns.class)
class AuditTest {
  private static final Set<String> MEMBERS =
      Set.of(
          "kind",
          "audit",
          "client",
          "process",
          "participant",
          "attempt",
          "person",
          "channel",
          "end_user_ip",
          "caller_ip",
          "outcome",
          "until",
          "failed_steps",
          "reported_steps",
          "risk");

  private final Runs runs;
  private final Api api;
  private final LogLines log;

  AuditTest(Runs runs) {
    this.runs = runs;
    api = runs.api(Gateways.ONE);
    log = new LogLines(runs.first(), api);
  }

  /** Checks that the log has exactly these lines for the id, in this order, and returns them. */
  private List<JsonNode> check(String id, String... expected) throws Exception {
    List<JsonNode> lines = log.audit(id);
    assertEquals(
        List.of(expected),
        lines.stream()
            .map(line -> line.path("audit").asText() + " " + line.path("outcome").asText())
            .toList());
    return lines;
  }

  private String participantOf(String role) throws Exception {
    return api.register(DEMO, runs.phone().personalNumber(role)).participant();
  }

  @Test
  void start_logsOneLine_withWhoWhatAndFromWhere() throws Exception {
    Registered registered = api.register(DEMO, runs.person());
    api.start(DEMO_ELSEWHERE, registered.participant()).is(200);

    JsonNode line = check(registered.participant(), "START STARTED").getFirst();
    assertEquals("com.enterprisesigning.audit", line.path("log.logger").asText());
    assertEquals("demo", line.path("client").asText());
    assertEquals(registered.process(), line.path("process").asText());
    assertTrue(line.path("person").asText().matches("[0-9a-f]{64}"), line.toString());
    assertTrue(line.path("attempt").asText().matches("[0-9a-f-]{36}"), line.toString());
    assertEquals("START", line.path("channel").asText());
    assertEquals("127.0.0.2", line.path("end_user_ip").asText());
    assertEquals("127.0.0.2", line.path("caller_ip").asText());
    assertFalse(line.has("until"), line.toString());
  }

  @Test
  void startOnBehalf_logsTheEndUsersIp_besideTheCallers() throws Exception {
    String participant = api.register(SERVER, runs.person()).participant();
    api.start(SERVER, participant, Map.of("end_user_ip", "192.0.2.7")).is(200);

    JsonNode line = check(participant, "START STARTED").getFirst();
    assertEquals("192.0.2.7", line.path("end_user_ip").asText());
    assertEquals("127.0.0.1", line.path("caller_ip").asText());
  }

  @Test
  void startByPhone_logsOnlyTheCallersIp() throws Exception {
    String participant = api.register(DEMO, runs.person()).participant();
    api.startPhone(DEMO_ELSEWHERE, participant).is(200);

    JsonNode line = check(participant, "START STARTED").getFirst();
    assertEquals("START_PHONE", line.path("channel").asText());
    assertFalse(line.has("end_user_ip"), line.toString());
    assertEquals("127.0.0.2", line.path("caller_ip").asText());
  }

  @Test
  void replay_logsTheSameAttempt() throws Exception {
    String participant = api.register(DEMO, runs.person()).participant();
    api.start(DEMO, participant, "Idempotency-Key", "one").is(200);
    api.start(DEMO, participant, "Idempotency-Key", "one").is(200);

    List<JsonNode> lines = check(participant, "START STARTED", "START REPLAYED");
    assertEquals(lines.getFirst().path("attempt"), lines.getLast().path("attempt"));
  }

  @Test
  void sameIpConflict_logsNoBlock() throws Exception {
    String participant = api.register(DEMO, runs.person()).participant();
    api.start(DEMO, participant).is(200);
    api.start(DEMO, participant).is(409);

    JsonNode line = check(participant, "START STARTED", "START SAME_IP").getLast();
    assertFalse(line.has("until"), line.toString());
  }

  @Test
  void differentIpsConflict_andCallsInTheBlock_logTheSameEnd() throws Exception {
    String participant = api.register(DEMO, runs.person()).participant();
    api.start(DEMO, participant).is(200);
    Reply block = api.start(DEMO_ELSEWHERE, participant).is(409);
    api.start(DEMO, participant).is(409);
    api.cancel(DEMO, participant).is(409);

    List<JsonNode> lines =
        check(
            participant, "START STARTED", "START DIFFERENT_IPS", "START BLOCKED", "CANCEL BLOCKED");
    for (JsonNode line : lines.subList(1, lines.size())) {
      assertEquals(block.time("retry_at"), Instant.parse(line.path("until").asText()));
    }
  }

  @Test
  void phoneAndMixedConflicts_areDistinguished() throws Exception {
    String phone = api.register(DEMO, runs.person()).participant();
    api.startPhone(DEMO, phone).is(200);
    api.startPhone(DEMO, phone).is(409);
    String mixed = api.register(DEMO, runs.person()).participant();
    api.startPhone(DEMO, mixed).is(200);
    api.start(DEMO, mixed).is(409);

    check(phone, "START STARTED", "START PHONE");
    check(mixed, "START STARTED", "START MIXED");
  }

  @ParameterizedTest
  @CsvSource({
    "Uno, ELSEWHERE",
    "Ulla, RFA5_BANKID_UNAVAILABLE",
    "Inga, RFA5_BANKID_ERROR",
    "Oskar, BANKID_REFUSED"
  })
  void bankIdsRefusal_isLoggedAsTheOutcome(String role, String outcome) throws Exception {
    String participant = participantOf(role);
    api.start(DEMO, participant);

    check(participant, "START " + outcome);
  }

  @Test
  void anotherClientsParticipant_isNotFound_andNothingOfItIsLogged() throws Exception {
    String participant = api.register(DEMO, runs.person()).participant();
    api.start(OTHER, participant).is(404);
    api.cancel(OTHER, participant).is(404);
    api.evidence(OTHER, participant).is(404);

    List<JsonNode> lines =
        check(
            participant,
            "START PARTICIPANT_NOT_FOUND",
            "CANCEL PARTICIPANT_NOT_FOUND",
            "EVIDENCE_READ PARTICIPANT_NOT_FOUND");
    for (JsonNode line : lines) {
      assertEquals("other", line.path("client").asText());
      assertFalse(line.has("person") || line.has("process"), line.toString());
    }
  }

  @Test
  void cancel_logsOneLine_andCollectNone() throws Exception {
    String participant = api.register(DEMO, runs.person()).participant();
    api.start(DEMO, participant).is(200);
    api.collect(DEMO, participant).is(200);
    api.cancel(DEMO, participant).is(204);

    check(participant, "START STARTED", "CANCEL CANCELLED");
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void completion_isLoggedOnce_byTheCollectThatStoresIt() throws Exception {
    Registered registered = api.register(DEMO, runs.person());
    String participant = registered.participant();
    runs.phone().sign(runs.phone().open(api.start(DEMO_ELSEWHERE, participant).is(200)));
    api.collectUntil(DEMO, participant, Reply::isEnd);
    api.collect(DEMO, participant).is(200);
    api.evidence(DEMO, participant).is(200);

    List<JsonNode> lines =
        check(participant, "START STARTED", "COMPLETION COMPLETE", "EVIDENCE_READ READ");
    JsonNode completion = lines.get(1);
    assertEquals(lines.getFirst().path("attempt"), completion.path("attempt"));
    assertEquals(lines.getFirst().path("person"), completion.path("person"));
    assertEquals("127.0.0.2", completion.path("end_user_ip").asText());
    assertFalse(completion.has("failed_steps"), completion.toString());
  }

  @Test
  void completion_isLoggedOnce_byTheStartThatFindsIt() throws Exception {
    String participant = api.register(DEMO, runs.person()).participant();
    runs.phone().sign(runs.phone().open(api.start(DEMO, participant).is(200)));
    api.start(DEMO_ELSEWHERE, participant).is(409, "SIGNING_ALREADY_COMPLETED");

    check(participant, "START STARTED", "COMPLETION COMPLETE", "START SIGNING_ALREADY_COMPLETED");
  }

  @ParameterizedTest
  @CsvSource({
    "Text, SIGNED_TEXT",
    "Ändrad, XML_SIGNATURE",
    "Utbytt, SIGNER",
    "Rot, CERTIFICATE_CHAIN",
    "Revokerad, CERTIFICATE_STATUS",
    "Nonce, OCSP_NONCE",
    "Svar, OCSP_RESPONDER",
    "Omslag, XML_SIGNATURE",
    "Utgången, CERTIFICATE_CHAIN",
    "Avsändare, RELYING_PARTY",
    "Villkor, REQUIREMENT"
  })
  @Execution(ExecutionMode.CONCURRENT)
  void rejectedCompletion_namesTheStepThatRefusedIt(String role, String step) throws Exception {
    String participant = participantOf(role);
    api.start(DEMO, participant).is(200);
    api.collectUntil(DEMO, participant, Reply::isEnd);

    JsonNode line = check(participant, "START STARTED", "COMPLETION REJECTED").getLast();
    assertEquals(step, line.path("failed_steps").path(0).asText(), line.toString());
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void completion_namesTheRisk_thatTheStartAskedFor() throws Exception {
    String participant = participantOf("Hög");
    api.start(DEMO, participant, Map.of("return_risk", true)).is(200);
    api.collectUntil(DEMO, participant, Reply::isEnd);

    JsonNode line = check(participant, "START STARTED", "COMPLETION COMPLETE").getLast();
    assertEquals("high", line.path("risk").asText(), line.toString());
    assertFalse(line.has("reported_steps"), line.toString());
  }

  @Test
  void missingEvidence_isLogged() throws Exception {
    String participant = api.register(DEMO, runs.person()).participant();
    api.evidence(DEMO, participant).is(404);

    check(participant, "EVIDENCE_READ EVIDENCE_NOT_FOUND");
  }

  @Test
  void registration_itsRepetition_andWithdrawal_logOneLineEach() throws Exception {
    Map<String, Object> body = api.registration("loan", runs.person());
    Reply registered = api.post(DEMO, "/signing/processes", body, "Idempotency-Key", "audit");
    api.post(DEMO, "/signing/processes", body, "Idempotency-Key", "audit").is(201);
    String process = registered.is(201).text("id");
    api.withdraw(DEMO, process).is(204);
    api.withdraw(OTHER, process).is(404);

    List<JsonNode> lines =
        check(
            process,
            "REGISTRATION REGISTERED",
            "REGISTRATION REPLAYED",
            "WITHDRAWAL WITHDRAWN",
            "WITHDRAWAL PROCESS_NOT_FOUND");
    assertEquals("other", lines.getLast().path("client").asText());
  }

  @Test
  void completions_areCounted_asOftenAsTheyAreLogged() throws Exception {
    String participant = api.register(DEMO, runs.person()).participant();
    runs.phone().sign(runs.phone().open(api.start(DEMO, participant).is(200)));
    api.start(DEMO, participant).is(409);
    check(participant, "START STARTED", "COMPLETION COMPLETE", "START SIGNING_ALREADY_COMPLETED");

    // Other tests complete at the same time, and a count is logged after its line.
    Waiting.until(() -> log.told("COMPLETE") == log.counted("SignaturesStored"));
    Waiting.until(() -> log.told("REJECTED") == log.counted("SignaturesRejected"));
    assertTrue(log.counted("SignaturesStored") > 0);
  }

  /**
   * {@link SharedRuns} looks for secrets in a run's lines after each class; this test pins the
   * members.
   */
  @Test
  void everyLine_hasOnlyDocumentedMembers() throws Exception {
    String participant = api.register(DEMO, runs.person()).participant();
    api.start(DEMO, participant).is(200);

    Set<String> members = new TreeSet<>();
    log.audit(participant).getFirst().fieldNames().forEachRemaining(members::add);
    log.audit().forEach(line -> line.fieldNames().forEachRemaining(members::add));
    members.removeIf(member -> member.matches(".*[.@].*|message"));
    members.removeAll(MEMBERS);
    assertEquals(Set.of(), members);
  }
}
