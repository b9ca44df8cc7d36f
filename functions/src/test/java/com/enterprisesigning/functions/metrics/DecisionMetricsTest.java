package com.enterprisesigning.functions.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.functions.Stdout;
import com.enterprisesigning.signing.Audit;
import com.enterprisesigning.signing.AuditRecord;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which metrics each decision counts in: starts, conflicts by kind, outcomes. */
@ResourceLock(Resources.SYSTEM_OUT)
class DecisionMetricsTest {
  private final Stdout stdout = new Stdout();
  private final EmbeddedMetrics metrics = new EmbeddedMetrics("signing", Clock.systemUTC());
  private final Audit decisions = new DecisionMetrics(metrics);

  @AfterEach
  void release() {
    stdout.close();
  }

  private static AuditRecord decision(AuditRecord.Kind kind, Channel channel, String outcome) {
    return decision(
        kind, channel, outcome, outcome.equals("REJECTED") ? List.of("SIGNER") : List.of());
  }

  private static AuditRecord decision(
      AuditRecord.Kind kind,
      Channel channel,
      String outcome,
      List<String> failed,
      String... reported) {
    return new AuditRecord(
        kind,
        new AuditRecord.Subject(
            "demo",
            Optional.empty(),
            Optional.of(UUID.randomUUID()),
            Optional.empty(),
            Optional.of(UUID.randomUUID()),
            Optional.of(channel),
            Optional.empty()),
        outcome,
        Optional.empty(),
        failed,
        List.of(reported),
        Optional.empty());
  }

  private List<String> counted(AuditRecord.Kind kind, String outcome) {
    decisions.record(decision(kind, Channel.START, outcome));
    return CountedLines.of(stdout.lines());
  }

  @Test
  void aStart_counts_byItsChannel() {
    decisions.record(decision(AuditRecord.Kind.START, Channel.PHONE, "STARTED"));

    assertEquals(
        List.of("Starts 1", "Starts 1 Channel=START_PHONE"), CountedLines.of(stdout.lines()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "REPLAYED",
        "BLOCKED",
        "MISSING",
        "OVERTAKEN",
        "PROCESS_EXPIRED",
        "BANKID_REFUSED",
        "RFA5_BANKID_ERROR"
      })
  void aStartThatMadeNoOrder_andEndedNone_countsForNothing(String outcome) {
    assertEquals(List.of(), counted(AuditRecord.Kind.START, outcome));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SAME_IP", "ELSEWHERE"})
  void aConflict_counts_byItsKind(String kind) {
    assertEquals(
        List.of("Conflicts 1", "Conflicts 1 Kind=" + kind), counted(AuditRecord.Kind.START, kind));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DIFFERENT_IPS", "PHONE", "MIXED"})
  void aConflictThatBlocks_counts_forTheClientWhoseCallItWas(String kind) {
    assertEquals(
        List.of(
            "Conflicts 1",
            "Conflicts 1 Kind=" + kind,
            "PersonsBlocked 1",
            "PersonsBlocked 1 Client=demo"),
        counted(AuditRecord.Kind.START, kind));
  }

  @Test
  void aCancelInABlock_isNoConflict() {
    assertEquals(List.of(), counted(AuditRecord.Kind.CANCEL, "BLOCKED"));
  }

  @Test
  void aSignature_countsAsStored_andAsAnOutcome() {
    assertEquals(
        List.of("Outcomes 1 Hint=COMPLETE", "SignaturesRejected 0", "SignaturesStored 1"),
        counted(AuditRecord.Kind.COMPLETION, "COMPLETE"));
  }

  @Test
  void aCompletionThatDoesNotVerify_countsAsRejected() {
    assertEquals(
        List.of("SignaturesRejected 1", "SignaturesStored 0", "StepsFailed 1 Step=SIGNER"),
        counted(AuditRecord.Kind.COMPLETION, "REJECTED"));
  }

  @Test
  void aCompletionThatFailsSeveralSteps_countsByTheFirst() {
    decisions.record(
        decision(
            AuditRecord.Kind.COMPLETION,
            Channel.START,
            "REJECTED",
            List.of("XML_SIGNATURE", "SIGNER")));

    assertEquals(
        List.of("SignaturesRejected 1", "SignaturesStored 0", "StepsFailed 1 Step=XML_SIGNATURE"),
        CountedLines.of(stdout.lines()));
  }

  @Test
  void aStepThatOnlyReports_countsByItsName_andRejectsNothing() {
    decisions.record(
        decision(
            AuditRecord.Kind.COMPLETION, Channel.START, "COMPLETE", List.of(), "RELYING_PARTY"));

    assertEquals(
        List.of(
            "Outcomes 1 Hint=COMPLETE",
            "SignaturesRejected 0",
            "SignaturesStored 1",
            "StepsReported 1",
            "StepsReported 1 Step=RELYING_PARTY"),
        CountedLines.of(stdout.lines()));
  }

  @ParameterizedTest
  @EnumSource(
      value = AuditRecord.Kind.class,
      names = {"START", "COMPLETION", "TIME_STAMP"},
      mode = EnumSource.Mode.EXCLUDE)
  void nothingElse_counts(AuditRecord.Kind kind) {
    assertEquals(List.of(), counted(kind, "PARTICIPANT_NOT_FOUND"));
  }

  @Test
  void aTimeStamp_countsAsStored() {
    assertEquals(List.of("TimeStampsStored 1"), counted(AuditRecord.Kind.TIME_STAMP, "STAMPED"));
  }

  @Test
  void aTimeStampThatDidNotCome_countsAsGivenUp() {
    assertEquals(List.of("TimeStampsGivenUp 1"), counted(AuditRecord.Kind.TIME_STAMP, "GIVEN_UP"));
  }

  @Test
  void aSignatureOfTheFollowUp_countsAsRescued() {
    new RescueMetrics(metrics)
        .record(decision(AuditRecord.Kind.COMPLETION, Channel.START, "COMPLETE"));

    assertEquals(List.of("SignaturesRescued 1"), CountedLines.of(stdout.lines()));
  }

  @ParameterizedTest
  @EnumSource(AuditRecord.Kind.class)
  void nothingElseOfTheFollowUp_countsAsRescued(AuditRecord.Kind kind) {
    new RescueMetrics(metrics).record(decision(kind, Channel.START, "REJECTED"));

    assertEquals(List.of(), stdout.lines());
  }
}
