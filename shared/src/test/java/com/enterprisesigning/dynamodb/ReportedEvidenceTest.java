package com.enterprisesigning.dynamodb;

import static com.enterprisesigning.dynamodb.Examples.EVIDENCE;
import static com.enterprisesigning.dynamodb.Examples.PARTICIPANT;
import static com.enterprisesigning.dynamodb.Examples.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.Requirement;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.evidence.VerificationStep;
import com.enterprisesigning.store.HandedOut;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is added to the evidence of release 1.0, and how each release reads the other's. */
class ReportedEvidenceTest {
  private static final VerificationStep SIGNER =
      new VerificationStep("SIGNER", true, Optional.empty());
  private static final VerificationStep RELYING_PARTY =
      new VerificationStep(
          "RELYING_PARTY", VerificationStep.Result.REPORTED, Optional.of("another"));
  private static final VerificationStep REQUIREMENT =
      new VerificationStep("REQUIREMENT", true, Optional.empty());

  private final EngineTable engine = DynamoDbLocal.emptyEngineTable();

  private static Evidence evidence(String raw, VerificationStep... steps) {
    Completion completion = EVIDENCE.completion();
    return new Evidence(
        EVIDENCE.order(),
        EVIDENCE.processId(),
        EVIDENCE.client(),
        EVIDENCE.person(),
        EVIDENCE.signer(),
        EVIDENCE.text(),
        Examples.DETAILS.requirement(),
        new Completion(
            raw,
            completion.orderRef(),
            completion.user(),
            completion.device(),
            completion.signature(),
            completion.ocspResponse()),
        new Verdict(List.of(steps), EVIDENCE.verdict().producedAt()),
        EVIDENCE.signedAt(),
        EVIDENCE.storedAt(),
        EVIDENCE.keptUntil());
  }

  private void complete(Evidence evidence) {
    ItemKinds.STARTED.accept(engine.ports());
    engine.ports().evidences().keep(HandedOut.of(evidence));
    engine.ports().evidences().complete(evidence, Optional.of(TOKEN));
  }

  @Test
  void evidence_isReadAsItWasStored_withReportedStepsInTheirPlace() {
    Evidence evidence = evidence("{}", SIGNER, RELYING_PARTY, REQUIREMENT);

    complete(evidence);

    assertEquals(Optional.of(evidence), engine.ports().evidences().evidence(PARTICIPANT));
  }

  @Test
  void evidence_isVerifiedForRelease10_whichReadsOnlyTheStepsThatPassedOrFailed() {
    complete(evidence("{}", SIGNER, RELYING_PARTY, REQUIREMENT));

    Item item = engine.item(Keys.evidence(PARTICIPANT)).orElseThrow();
    List<Item> read = item.list("verification").stream().map(value -> new Item(value.m())).toList();

    assertEquals(
        List.of("SIGNER", "REQUIREMENT"), read.stream().map(it -> it.text("step")).toList());
    assertTrue(read.stream().allMatch(it -> it.flag("passed")));
  }

  @Test
  void evidenceOfRelease10_saysNothingOfARequirement_andReportsNothing() {
    engine.put(KeptItems.later("1.0", "evidence"));

    Evidence read = engine.ports().evidences().evidence(PARTICIPANT).orElseThrow();

    assertEquals(Requirement.NONE, read.requirement());
    assertEquals(List.of(), read.verdict().reported());
    assertTrue(read.verdict().isVerified());
  }

  @Test
  void signing_hasTheRisk_forItsEvent() {
    complete(evidence("{\"completionData\": {\"risk\": \"high\"}}", SIGNER));

    assertEquals(Optional.of("high"), signing().optionalText("risk"));
  }

  @Test
  void signing_hasNoRisk_whenBankIdNamesNone() {
    complete(evidence("{\"completionData\": {\"risk\": \"189001019802\"}}", SIGNER));

    assertEquals(Optional.of(""), signing().optionalText("risk"));
  }

  private Item signing() {
    return engine.item(Keys.signing(PARTICIPANT)).orElseThrow();
  }
}
