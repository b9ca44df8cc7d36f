package com.enterprisesigning.signing;

import static com.enterprisesigning.signing.ProtocolWorld.answered;
import static com.enterprisesigning.signing.ProtocolWorld.assertRefused;
import static com.enterprisesigning.signing.ProtocolWorld.refused;
import static com.enterprisesigning.signing.Samples.IP_A;
import static com.enterprisesigning.signing.Samples.IP_B;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.domain.Idempotency;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.domain.RegistrationRequest;
import com.enterprisesigning.domain.Requirement;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.domain.SigningText;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.evidence.VerificationStep;
import com.enterprisesigning.signing.Interruptions.Moment;
import com.enterprisesigning.store.StoreUnavailable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each decision is audited once ({@code docs/audit.md}), whatever is lost on the way. A call that
 * dies because the table cannot be reached audits nothing.
 */
class DecisionsTest {
  private static final Idempotency KEY = new Idempotency("key", "request");
  private final ProtocolWorld world = new ProtocolWorld();
  private final UUID participant = world.participant;

  @BeforeEach
  void forgetTheRegistrations() {
    world.decisions.clear();
  }

  private List<String> told() {
    return world.decisions.stream().map(it -> it.kind() + " " + it.outcome()).toList();
  }

  private AuditRecord last() {
    return world.decisions.getLast();
  }

  @Test
  void start_isAudited_withItsAttempt() {
    Signing started = answered(world.start(participant, IP_A));

    assertEquals(List.of("START STARTED"), told());
    assertEquals(started.token(), last().subject().attempt());
    assertEquals(Optional.of(IP_A), last().subject().endUserIp());
  }

  @Test
  void replay_isAuditedAsAReplay_withTheAttemptThatItRepeats() {
    Signing started = answered(world.start(participant, IP_A, Optional.of(KEY)));
    answered(world.start(participant, IP_A, Optional.of(KEY)));

    assertEquals(List.of("START STARTED", "START REPLAYED"), told());
    assertEquals(started.token(), last().subject().attempt());
  }

  @Test
  void conflict_isAuditedByItsKind_withTheEndOfTheBlock() {
    answered(world.start(participant, IP_A));
    Refusal refusal = refused(world.start(world.otherParticipant, IP_B));
    refused(world.start(participant, IP_A));

    assertEquals(List.of("START STARTED", "START DIFFERENT_IPS", "START BLOCKED"), told());
    assertTrue(refusal.retryAt().isPresent());
    assertEquals(refusal.retryAt(), world.decisions.get(1).until());
    assertEquals(refusal.retryAt(), last().until());
  }

  @Test
  void start_isAuditedOnce_whenTheReplyOfItsActivationIsLost() {
    world.interruptions.interrupt("activate", Moment.AFTER);
    answered(world.start(participant, IP_A));

    assertEquals(List.of("START STARTED"), told());
  }

  @Test
  void completion_metByAStart_isAudited_andSoIsTheStart() {
    answered(world.start(participant, IP_A));
    world.bankId.sign("order-1");
    refused(world.start(participant, IP_B));

    assertEquals(
        List.of("START STARTED", "COMPLETION COMPLETE", "START SIGNING_ALREADY_COMPLETED"), told());
  }

  @Test
  void completion_metByACancel_isAudited_andSoIsTheCancel() {
    answered(world.start(participant, IP_A));
    world.bankId.sign("order-1");
    refused(world.cancel(participant));

    assertEquals(
        List.of("START STARTED", "COMPLETION COMPLETE", "CANCEL SIGNING_ALREADY_COMPLETED"),
        told());
  }

  @Test
  void completion_isAuditedOnce_whenTheReplyOfItsStoreIsLost() {
    answered(world.start(participant, IP_A));
    world.bankId.sign("order-1");
    world.interruptions.interrupt("complete", Moment.AFTER);
    world.collect(participant);
    world.followUpToTheEnd();

    assertEquals(List.of("START STARTED", "COMPLETION COMPLETE"), told());
  }

  @Test
  void completion_isAuditedOnce_whenTheQueueStoresIt() {
    answered(world.start(participant, IP_A));
    world.bankId.sign("order-1");
    world.interruptions.interrupt("complete", Moment.BEFORE, 1000);
    world.collect(participant);
    world.interruptions.interrupt("none", Moment.BEFORE);
    world.followUpToTheEnd();

    assertEquals(List.of("START STARTED", "COMPLETION COMPLETE"), told());
  }

  @Test
  void rejectedCompletion_isAuditedOnce_withItsSteps_whenTheReplyIsLost() {
    world.verifies(false);
    answered(world.start(participant, IP_A));
    world.bankId.sign("order-1");
    world.interruptions.interrupt("reject", Moment.AFTER);
    world.collect(participant);
    world.followUpToTheEnd();

    assertEquals(List.of("START STARTED", "COMPLETION REJECTED"), told());
    assertEquals(List.of("SIGNER"), last().failedSteps());
    assertTrue(last().isRejected());
  }

  @Test
  void completion_isAuditedByTheCallThatKeptIt_whenTheOtherCallRetriesLater() {
    Order order = answered(world.start(participant, IP_A)).order().orElseThrow();
    Evidence mine = evidence(order, 0);
    Evidence theirs = evidence(order, 10);
    EvidenceStorage.Standing standing =
        new EvidenceStorage(world.interruptions.before(world.memory).evidences()).of(order);
    world.interruptions.interrupt("complete", Moment.BEFORE);
    assertThrows(StoreUnavailable.class, () -> standing.store(mine));

    assertTrue(
        new EvidenceStorage(world.memory.evidences()).of(order).store(theirs).stored().isPresent());
    assertEquals(Optional.empty(), standing.store(mine).stored());
  }

  private Evidence evidence(Order order, long secondsLater) {
    ParticipantDetails details = world.memory.signings().details(participant).orElseThrow();
    return Samples.evidence(details, order, world.now().plusSeconds(secondsLater))
        .verifiedAnew(
            new Verdict(
                List.of(new VerificationStep("SIGNER", true, Optional.empty())), Optional.empty()));
  }

  @Test
  void conflict_isAuditedAndAnswered_whenTheTableDoesNotAcceptTheEndOfTheLoser() {
    answered(world.start(participant, IP_A));
    world.interruptions.interrupt("fail", Moment.BEFORE);

    assertRefused(Reason.RFA4_SIGNING_IN_PROGRESS, world.start(participant, IP_B));

    assertEquals(List.of("START STARTED", "START DIFFERENT_IPS"), told());
    assertEquals(SigningStatus.ENDING, world.stored(participant).status());
    world.followUpToTheEnd();
    assertEquals(SigningStatus.FAILED, world.stored(participant).status());
  }

  @Test
  void aCallThatDies_auditsNothing() {
    world.interruptions.interrupt("reserve", Moment.AFTER);

    assertThrows(StoreUnavailable.class, () -> world.start(participant, IP_A));
    assertEquals(List.of(), told());
  }

  @Test
  void anotherClientsParticipant_isAuditedWithoutItsData() {
    world.core.cancel("other", participant, world.deadline());
    world.core.evidence("other", participant, Optional.empty());

    assertEquals(
        List.of("CANCEL PARTICIPANT_NOT_FOUND", "EVIDENCE_READ PARTICIPANT_NOT_FOUND"), told());
    for (AuditRecord decision : world.decisions) {
      assertEquals(AuditRecord.Subject.participant("other", participant), decision.subject());
    }
  }

  @Test
  void evidence_isAuditedAsRead_orNotFound() {
    world.core.evidence(Samples.CLIENT, participant, Optional.empty());
    answered(world.start(participant, IP_A));
    world.bankId.sign("order-1");
    world.collect(participant);
    world.evidence(participant);

    assertEquals("EVIDENCE_READ EVIDENCE_NOT_FOUND", told().getFirst());
    assertEquals("EVIDENCE_READ READ", told().getLast());
    assertEquals(Optional.of(Channel.START), last().subject().channel());
  }

  @Test
  void repeatedRegistration_isAuditedAsAReplay() {
    RegistrationRequest request =
        new RegistrationRequest(
            Samples.CLIENT,
            "loan",
            List.of(
                new RegistrationRequest.Signer(
                    ProtocolWorld.PERSON,
                    new SigningText("I agree", SigningText.Format.PLAINTEXT, Optional.empty()),
                    Requirement.NONE)),
            Optional.empty(),
            Optional.of(KEY));
    world.core.register(request);
    world.core.register(request);

    assertEquals(List.of("REGISTRATION REGISTERED", "REGISTRATION REPLAYED"), told());
    assertEquals(world.decisions.getFirst().subject().processId(), last().subject().processId());
  }

  @Test
  void withdrawal_isAudited_withBankIdsSilenceAsReason() {
    UUID process = world.stored(participant).processId();
    answered(world.start(participant, IP_A));
    world.bankId.silent(true);
    world.core.withdraw(Samples.CLIENT, process, world.deadline());
    world.bankId.silent(false);
    world.core.withdraw(Samples.CLIENT, process, world.deadline());

    assertEquals(
        List.of("START STARTED", "WITHDRAWAL RFA5_BANKID_UNAVAILABLE", "WITHDRAWAL WITHDRAWN"),
        told());
    assertTrue(world.stored(participant).withdrawn());
  }

  @Test
  void cancel_isAudited_withOrWithoutAnythingToCancel() {
    world.cancel(participant);
    answered(world.start(participant, IP_A));
    world.cancel(participant);

    assertEquals(List.of("CANCEL CANCELLED", "START STARTED", "CANCEL CANCELLED"), told());
  }
}
