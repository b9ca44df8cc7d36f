package com.enterprisesigning.local.blackbox;

import static com.enterprisesigning.local.blackbox.Caller.DEMO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each person of {@code GET /sandbox/roles} behaves as described there. */
@ExtendWith(SharedRuns.class)
class RolesTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Runs runs;
  private final Api api;

  RolesTest(Runs runs) {
    this.runs = runs;
    this.api = runs.api(Gateways.TWO_IN_TURN);
  }

  private String participant(String givenName) throws Exception {
    return api.register(DEMO, runs.phone().personalNumber(givenName)).participant();
  }

  @Test
  void everyRole_isTested() throws Exception {
    Set<String> tried = new TreeSet<>(SlowRolesTest.TRIED);
    for (var method : RolesTest.class.getDeclaredMethods()) {
      Optional.ofNullable(method.getAnnotation(ValueSource.class))
          .ifPresent(source -> tried.addAll(Set.of(source.strings())));
      Optional.ofNullable(method.getAnnotation(CsvSource.class))
          .ifPresent(source -> {
            for (String line : source.value()) {
              tried.add(line.split(",", 2)[0]);
            }
          });
    }
    Set<String> names = new TreeSet<>();
    runs.phone().roles().forEach(role -> names.add(role.path("name").asText().split(" ", 2)[0]));
    assertEquals(names, tried);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Signe", "Nina"})
  @Execution(ExecutionMode.CONCURRENT)
  void personWhoSigns_isComplete_withEvidence(String name) throws Exception {
    String participant = participant(name);
    api.start(DEMO, participant).is(200);
    Reply end = api.collectUntil(DEMO, participant, Reply::isEnd);
    assertEquals("COMPLETE", end.text("status"));
    assertTrue(api.evidence(DEMO, participant).is(200).body().path("verified").asBoolean());
  }

  @ParameterizedTest
  @CsvSource({"Låg,low", "Måttlig,moderate", "Hög,high"})
  @Execution(ExecutionMode.CONCURRENT)
  void personAtARisk_isComplete_andTheEvidenceSaysTheRisk_whereItWasAskedFor(
      String name, String risk) throws Exception {
    String participant = participant(name);
    api.start(DEMO, participant, Map.of("return_risk", true)).is(200);
    Reply end = api.collectUntil(DEMO, participant, Reply::isEnd);
    assertEquals("COMPLETE", end.text("status"));
    JsonNode evidence = api.evidence(DEMO, participant).is(200).body();
    assertEquals(risk, evidence.path("risk").asText());
    assertTrue(evidence.path("bank_id_issue_date").asText().matches("\\d{4}-\\d{2}-\\d{2}Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "Annika,USER_CANCEL,RFA6",
    "Sven,CERTIFICATE_ERR,RFA16",
    "Nejla,USER_CANCEL,RFA6",
    "Nils,UNKNOWN,RFA27",
    "Rolf,TRANSACTION_RISK_BLOCKED,RFA22",
    "Gustav,NOT_SUPPORTED_BY_USER_APP,RFA22"
  })
  @Execution(ExecutionMode.CONCURRENT)
  void failingPerson_getsFAILED_withTheHint_andBankIdsText(String name, String hint, String message)
      throws Exception {
    String participant = participant(name);
    api.start(DEMO, participant).is(200);
    Reply end = api.collectUntil(DEMO, participant, Reply::isEnd);
    assertEquals(
        List.of("FAILED", hint, message),
        List.of(
            end.text("status"),
            end.text("hint_code"),
            end.body().at("/user_message/code").asText()));
    api.start(DEMO, participant).is(200);
    api.cancel(DEMO, participant).is(204);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void personWhoDeniesTheCall_isFailed() throws Exception {
    // Not the role, because its /start runs at the same time.
    String person = runs.person();
    String participant = api.register(DEMO, person).participant();
    api.startPhone(DEMO, participant).is(200);
    String order = runs.phone().answer(person);
    runs.phone().denyCall(order);
    Reply end = api.collectUntil(DEMO, participant, Reply::isEnd);
    assertEquals("USER_DECLINED_CALL", end.text("hint_code"));
  }

  @ParameterizedTest
  @CsvSource({"Vendela,USER_SIGN", "Sixten,NO_CLIENT", "Petra,USER_MRTD"})
  @Execution(ExecutionMode.CONCURRENT)
  void unfinishedOrder_isPending_withTheHint(String name, String hint) throws Exception {
    Instant deadline = Instant.now().plus(PATIENCE);
    // Some states last three seconds, so a busy machine may miss one.
    while (!isSeen(hint, participant(name))) {
      assertTrue(Instant.now().isBefore(deadline), hint + " was never seen");
    }
  }

  private boolean isSeen(String hint, String participant) throws Exception {
    api.start(DEMO, participant).is(200);
    Reply seen =
        api.collectUntil(
            DEMO, participant, reply -> reply.isEnd() || reply.text("hint_code").equals(hint));
    if (seen.isEnd()) {
      return false;
    }
    api.cancel(DEMO, participant).is(204);
    return true;
  }

  @ParameterizedTest
  @ValueSource(strings = {"Uno"})
  @Execution(ExecutionMode.CONCURRENT)
  void personBusyAtAnotherBank_getsAConflict_withoutABlock(String name) throws Exception {
    String participant = participant(name);
    Conflicts.checkWithoutBlock(api.start(DEMO, participant), "/signing/start");
    Conflicts.checkWithoutBlock(api.startPhone(DEMO, participant), "/signing/start/phone");
    api.collect(DEMO, participant).is(409, "SIGNING_NOT_STARTED");
    api.cancel(DEMO, participant).is(204);
  }

  @ParameterizedTest
  @CsvSource({
    "Ulla,503,RFA5_BANKID_UNAVAILABLE,5",
    "Magnus,503,RFA5_BANKID_UNAVAILABLE,10",
    "Inga,502,RFA5_BANKID_ERROR,0",
    "Oskar,424,BANKID_REFUSED,0"
  })
  @Execution(ExecutionMode.CONCURRENT)
  void start_answersBankIdsError_andLeavesNothingBehind(
      String name, int status, String code, int seconds) throws Exception {
    String participant = participant(name);
    Reply reply = api.start(DEMO, participant).is(status, code);
    assertEquals(seconds > 0, reply.header("Retry-After").isPresent());
    assertEquals(seconds > 0, reply.retryAt().isPresent());
    // BankID said so at some time between the call and its answer.
    reply
        .retryAt()
        .map(at -> at.minusSeconds(seconds))
        .ifPresent(said -> {
          assertFalse(said.isBefore(reply.sentAt()), said.toString());
          assertFalse(said.isAfter(reply.receivedAt()), said.toString());
        });
    api.start(DEMO, participant).is(status, code);
    api.startPhone(DEMO, participant).is(status, code);
    api.collect(DEMO, participant).is(409, "SIGNING_NOT_STARTED");
  }

  @ParameterizedTest
  @CsvSource({
    "Text,SIGNED_TEXT,The visible text is not the text that was sent.",
    "Ändrad,XML_SIGNATURE,The data of the reference #bidSignedData was changed",
    "Utbytt,SIGNER,The user's certificate does not belong to the person who was to sign.",
    "Rot,CERTIFICATE_CHAIN,The certificates do not lead to a trusted certificate.",
    "Revokerad,CERTIFICATE_STATUS,The user's certificate was revoked",
    "Nonce,OCSP_NONCE,The OCSP response was made for another signature.",
    "Svar,OCSP_RESPONDER,The CA that issued the user's certificate had not authorized this responder"
        + " then. The certificates do not lead to a trusted certificate.",
    "Omslag,XML_SIGNATURE,The document is not a Signature of",
    "Utgången,CERTIFICATE_CHAIN,A certificate had expired at the time of signing.",
    "Avsändare,RELYING_PARTY,The signed data names another relying party.",
    "Villkor,REQUIREMENT,The signed condition does not name the policy"
  })
  @Execution(ExecutionMode.CONCURRENT)
  void invalidSignature_isACollectError_withItsEvidence(String name, String step, String why)
      throws Exception {
    String participant = participant(name);
    api.start(DEMO, participant).is(200);
    Reply end = api.collectUntil(DEMO, participant, Reply::isEnd);
    assertEquals("COLLECT_ERROR", end.text("status"));
    JsonNode evidence = api.evidence(DEMO, participant).is(200).body();
    assertFalse(evidence.path("verified").asBoolean());
    List<JsonNode> failed = new ArrayList<>();
    evidence
        .path("verification")
        .forEach(line -> {
          if (!line.path("passed").asBoolean()) {
            failed.add(line);
          }
        });
    assertEquals(step, failed.getFirst().path("step").asText(), failed.toString());
    assertTrue(failed.getFirst().path("detail").asText().startsWith(why), failed.toString());
    api.start(DEMO, participant).is(200);
    api.cancel(DEMO, participant).is(204);
  }
}
