package com.enterprisesigning.signing;

import static com.enterprisesigning.signing.ProtocolWorld.answered;
import static com.enterprisesigning.signing.ProtocolWorld.assertRefused;
import static com.enterprisesigning.signing.Samples.IP_A;
import static com.enterprisesigning.signing.Samples.IP_B;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.domain.SigningProcess;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.signing.Interruptions.Moment;
import com.enterprisesigning.store.FollowUpMessage;
import com.enterprisesigning.store.StoreRefused;
import com.enterprisesigning.store.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What happens to a completion between BankID's answer and its evidence ({@code
 * docs/architecture.md#store}; rule F12).
 */
class HandOutTest {
  private static final Duration FOLLOW_UP = Duration.ofSeconds(95);
  private static final PersonalNumber ANOTHER_PERSON = new PersonalNumber("188001019804");

  private final ProtocolWorld world = new ProtocolWorld();
  private final UUID participant = world.participant;

  @BeforeEach
  void sign() {
    answered(world.start(participant, IP_A));
    world.bankId.sign("order-1");
  }

  /** Kills the process that was handed the completion, before it calls this method. */
  private void diesBefore(String method) {
    world.interruptions.kill(method);
    assertThrows(Steps.Death.class, () -> world.collect(participant));
    assertEquals(List.of("order-1"), world.bankId.handedOut());
  }

  private void assertSigned() {
    assertEquals(SigningStatus.COMPLETE, world.stored(participant).status());
    Evidence evidence = world.evidence(participant);
    assertEquals(Samples.completion("order-1"), evidence.completion());
    assertTrue(evidence.verdict().isVerified());
    assertEquals(1, world.decisions(AuditRecord.Kind.COMPLETION).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"details", "complete"})
  void nextCollect_finishes_whenTheCallDiesAfterItsFirstWrite_F12(String step) {
    diesBefore(step);
    world.clock.add(Duration.ofSeconds(2));

    assertEquals(SigningStatus.COMPLETE, answered(world.collect(participant)).status());

    assertSigned();
  }

  @ParameterizedTest
  @ValueSource(strings = {"details", "complete"})
  void nextStart_finishes_whenTheCallDiesAfterItsFirstWrite_F12(String step) {
    diesBefore(step);

    assertRefused(Reason.SIGNING_ALREADY_COMPLETED, world.start(participant, IP_B));

    assertSigned();
  }

  @ParameterizedTest
  @ValueSource(strings = {"details", "complete"})
  void cancel_finishes_whenTheCallDiesAfterItsFirstWrite_F12(String step) {
    diesBefore(step);

    assertRefused(Reason.SIGNING_ALREADY_COMPLETED, world.cancel(participant));

    assertSigned();
  }

  @ParameterizedTest
  @ValueSource(strings = {"details", "complete"})
  void followUp_finishes_whenTheCallDiesAfterItsFirstWrite_F12(String step) {
    diesBefore(step);
    world.clock.add(FOLLOW_UP);

    world.followUp();

    assertSigned();
  }

  @Test
  void followUp_finishes_whileBankIdIsSilent_F12() {
    diesBefore("details");
    world.bankId.silent(true);
    world.clock.add(FOLLOW_UP);

    world.followUp();

    assertSigned();
  }

  @Test
  void followUp_finishes_whenAnotherCallHasRecordedThatTheOrderEndedUnsigned_F1() {
    diesBefore("details");
    world
        .memory
        .signings()
        .fail(participant, world.stored(participant).token().orElseThrow(), HintCode.CANCELLED);
    world.clock.add(FOLLOW_UP);

    world.followUp();

    assertSigned();
  }

  @Test
  void rejectedCompletion_isNotVerifiedAgain_byTheFollowUp_F11() {
    world.verifies(false);
    world.collect(participant);
    world.verifies(true);

    world.followUpToTheEnd();

    assertEquals(SigningStatus.COLLECT_ERROR, world.stored(participant).status());
  }

  @Test
  void completionThatCannotBeVerified_isKept_andTheMessageStaysInTheQueue() {
    world.cannotVerify(true);

    assertEquals(SigningStatus.INITIATED, answered(world.collect(participant)).status());
    assertRefused(Reason.SERVICE_UNAVAILABLE, world.cancel(participant));
    world.clock.add(FOLLOW_UP);
    FollowUpMessage message = world.queue.due().getFirst();
    assertThrows(
        IllegalStateException.class, () -> world.core.followUp().follow(message, world.deadline()));
    world.cannotVerify(false);
    world.core.followUp().follow(message, world.deadline());

    assertSigned();
  }

  @Test
  void completionThatCannotBeVerified_isReportedByEachCallThatMeetsIt() {
    world.cannotVerify(true);

    world.collect(participant);
    world.cancel(participant);

    assertEquals(
        List.of("the verification fails", "the verification fails"),
        world.passedOver.stream().map(RuntimeException::getMessage).toList());
  }

  @Test
  void withdrawal_endsTheOtherOrders_whenACompletionCannotBeVerified() {
    world.cannotVerify(true);
    SigningProcess process = world.register(List.of(ProtocolWorld.PERSON, ANOTHER_PERSON));
    world.clock.add(Duration.ofMinutes(4));
    process.participantIds().forEach(id -> answered(world.start(id, IP_A)));
    world.bankId.sign("order-2");

    assertRefused(
        Reason.SERVICE_UNAVAILABLE,
        world.core.withdraw(Samples.CLIENT, process.id(), world.deadline()));

    assertEquals(List.of(), world.bankId.running());
  }

  @Test
  void start_ofAnotherParticipant_goesOn_whenTheCompletionItMeetsCannotBeVerified() {
    world.cannotVerify(true);
    world.clock.add(Duration.ofMinutes(4));

    answered(world.start(world.otherParticipant, IP_B));

    assertEquals(List.of("order-2"), world.bankId.running());
  }

  @Test
  void firstWrite_isNotRepeated_whenTheTableRefusesItForGood_andTheQueueHasTheCompletion() {
    world.interruptions.interrupt("keep", new StoreRefused("too large", null));
    Instant before = world.now();

    answered(world.core.collect(Samples.CLIENT, participant, world.deadline()));

    assertEquals(before, world.now());
  }

  @Test
  void secondSignature_isReadByItsOrder_whenThePersonSignsTwiceInARace() {
    diesBefore("details");
    world.interruptions.interrupt("unfinished", Moment.BEFORE);
    assertThrows(StoreUnavailable.class, () -> world.start(participant, IP_B));
    world
        .memory
        .signings()
        .fail(participant, world.stored(participant).token().orElseThrow(), HintCode.CANCELLED);
    world.clock.add(Duration.ofMinutes(3));
    answered(world.start(participant, IP_B));
    world.bankId.sign("order-2");
    answered(world.collect(participant));

    world.followUpToTheEnd();

    FoundEvidence first = evidence(Optional.empty());
    assertEquals("order-2", first.evidence().order().orderRef());
    assertEquals(List.of("order-1"), first.otherOrders());
    FoundEvidence second = evidence(Optional.of("order-1"));
    assertEquals(Samples.completion("order-1"), second.evidence().completion());
    assertTrue(second.evidence().verdict().isVerified());
    assertEquals(List.of("order-2"), second.otherOrders());
    assertRefused(
        Reason.EVIDENCE_NOT_FOUND,
        world.core.evidence(Samples.CLIENT, participant, Optional.of("order-3")));
  }

  private FoundEvidence evidence(Optional<String> orderRef) {
    return answered(world.core.evidence(Samples.CLIENT, participant, orderRef));
  }

  @Test
  void signature_isLost_whenTheCallDiesBeforeItsFirstWrite() {
    diesBefore("keep");

    world.followUpToTheEnd();

    assertEquals(SigningStatus.COLLECT_ERROR, world.stored(participant).status());
  }

  @Test
  void rejectedCompletion_isFinishedAsRejected() {
    world.verifies(false);
    diesBefore("details");

    world.followUpToTheEnd();

    assertEquals(SigningStatus.COLLECT_ERROR, world.stored(participant).status());
    assertFalse(
        world.memory.evidences().evidence(participant).orElseThrow().verdict().isVerified());
  }

  @ParameterizedTest
  @ValueSource(strings = {"details", "complete"})
  void collect_answersTheLastState_whenTheTableFailsAfterItsFirstWrite(String step) {
    world.interruptions.interrupt(step, Moment.BEFORE, 200);

    assertEquals(SigningStatus.INITIATED, answered(world.collect(participant)).status());
    world.interruptions.heal();
    world.clock.add(FOLLOW_UP);
    world.followUp();

    assertSigned();
  }

  @Test
  void completion_isStoredFromTheQueue_whenTheTableIsAwayForAsLongAsTheCallLasts() {
    world.interruptions.interrupt("keep", Moment.BEFORE, 200);

    assertEquals(SigningStatus.INITIATED, answered(world.collect(participant)).status());
    world.interruptions.heal();
    world.clock.add(Timing.STORE_DELAY);
    world.followUp();

    assertSigned();
  }

  @Test
  void completion_waitsInTheQueue_whileTheTableIsAway() {
    world.interruptions.interrupt("keep", Moment.BEFORE, 1_000);
    world.collect(participant);
    world.clock.add(Timing.STORE_DELAY);
    world.followUp();
    world.clock.add(Duration.ofMinutes(10));
    world.interruptions.heal();

    world.followUpToTheEnd();

    assertSigned();
  }

  @ParameterizedTest
  @ValueSource(strings = {"keep", "complete"})
  void message_staysInTheQueue_whileTheTableDoesNotStoreTheCompletion(String step) {
    world.interruptions.interrupt("keep", Moment.BEFORE, 200);
    world.collect(participant);
    world.interruptions.heal();
    world.interruptions.interrupt(step, Moment.BEFORE, 200);
    world.clock.add(Timing.STORE_DELAY);
    FollowUpMessage message = world.queue.due().getFirst();

    assertThrows(
        StoreUnavailable.class, () -> world.core.followUp().follow(message, world.deadline()));
  }

  @Test
  void loss_isReported_whenNeitherTableNorQueueAcceptsACompletion() {
    world.interruptions.interrupt("keep", Moment.BEFORE, 200);
    world.interruptions.interrupt("send", Moment.BEFORE, 200);

    assertThrows(CompletionLost.class, () -> world.collect(participant));
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void completion_isKept_whenTheTableRefusesItsFirstWriteForFiveSeconds(Moment moment) {
    int refusals = (int) (Duration.ofSeconds(5).toMillis() / Timing.STORE_PAUSE.toMillis());
    world.interruptions.interrupt("keep", moment, refusals);

    assertEquals(SigningStatus.COMPLETE, answered(world.collect(participant)).status());
    world.followUpToTheEnd();

    assertSigned();
  }

  @Test
  void everyMessage_mayComeTwice_andLate() {
    world.interruptions.interrupt("keep", Moment.BEFORE, 200);
    world.collect(participant);
    world.interruptions.heal();
    world.clock.add(Duration.ofMinutes(5));
    List<FollowUpMessage> messages = world.queue.due();

    messages.forEach(message -> world.core.followUp().follow(message, world.deadline()));
    for (FollowUpMessage message : messages) {
      assertEquals(FollowUp.Followed.DONE, world.core.followUp().follow(message, world.deadline()));
    }

    assertSigned();
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void completion_isStored_whenTheTableRefusesForFiveSeconds(Moment moment) {
    int refusals = (int) (Duration.ofSeconds(5).toMillis() / Timing.STORE_PAUSE.toMillis());
    world.interruptions.interrupt("complete", moment, refusals);

    assertEquals(SigningStatus.COMPLETE, answered(world.collect(participant)).status());
    world.followUpToTheEnd();

    assertEquals(SigningStatus.COMPLETE, world.stored(participant).status());
    assertEquals(1, world.decisions(AuditRecord.Kind.COMPLETION).size());
  }

  @Test
  void start_answers503_whenItMeetsACompletionThatTheTableDoesNotTake() {
    world.interruptions.interrupt("complete", Moment.BEFORE, 200);

    assertRefused(Reason.SERVICE_UNAVAILABLE, world.start(participant, IP_A));
    world.interruptions.heal();
    world.followUpToTheEnd();

    assertRefused(Reason.SIGNING_ALREADY_COMPLETED, world.start(participant, IP_A));
  }
}
