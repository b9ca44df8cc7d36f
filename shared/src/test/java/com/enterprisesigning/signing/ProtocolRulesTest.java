package com.enterprisesigning.signing;

import static com.enterprisesigning.signing.ProtocolWorld.answered;
import static com.enterprisesigning.signing.ProtocolWorld.assertRefused;
import static com.enterprisesigning.signing.ProtocolWorld.refused;
import static com.enterprisesigning.signing.Samples.IP_A;
import static com.enterprisesigning.signing.Samples.IP_B;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.bankid.OrderRequest;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.domain.ProcessStatus;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.signing.Interruptions.Moment;
import com.enterprisesigning.store.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The rules F1 to F12 ({@code docs/architecture.md#the-rules-f1-to-f12}), and what a crash or a
 * lost reply leaves behind.
 */
class ProtocolRulesTest {
  private final ProtocolWorld world = new ProtocolWorld();
  private final UUID participant = world.participant;

  @Test
  void collect_isComplete_andTheEvidenceIsStored() {
    answered(world.start(participant, IP_A));
    world.bankId.sign("order-1");

    Signing signing = answered(world.collect(participant));

    assertEquals(SigningStatus.COMPLETE, signing.status());
    Evidence evidence = world.evidence(participant);
    assertEquals(Samples.completion("order-1"), evidence.completion());
    assertEquals(Optional.empty(), world.guard());
    assertEquals(SigningStatus.COMPLETE, answered(world.collect(participant)).status());
  }

  @Test
  void collect_asksBankIdOnceAnInterval() {
    answered(world.start(participant, IP_A));
    world.collect(participant);
    int calls = world.bankId.calls().size();

    world.core.collect(Samples.CLIENT, participant, world.deadline());

    assertEquals(calls, world.bankId.calls().size());
  }

  @Test
  void collect_answersTheLastKnownState_whenBankIdIsSilent() {
    answered(world.start(participant, IP_A));
    world.bankId.pending("order-1", HintCode.USER_SIGN);
    world.collect(participant);
    world.bankId.silent(true);

    Signing signing = answered(world.collect(participant));

    assertEquals(SigningStatus.PENDING, signing.status());
    assertEquals(Optional.of(HintCode.USER_SIGN), signing.hint());
  }

  @Test
  void collect_answers409_beforeAnyStart() {
    assertRefused(Reason.SIGNING_NOT_STARTED, world.collect(participant));
  }

  @Test
  void everyCall_answers404_forAnotherClientsParticipant() {
    assertRefused(
        Reason.PARTICIPANT_NOT_FOUND, world.core.collect("other", participant, world.deadline()));
    assertRefused(
        Reason.PARTICIPANT_NOT_FOUND, world.core.cancel("other", participant, world.deadline()));
    assertRefused(
        Reason.PARTICIPANT_NOT_FOUND, world.core.evidence("other", participant, Optional.empty()));
  }

  @Test
  void start_answersAlreadyCompleted_andStoresTheSignature_whenItCompletedUnseen() {
    answered(world.start(participant, IP_A));
    world.bankId.sign("order-1");

    assertRefused(Reason.SIGNING_ALREADY_COMPLETED, world.start(participant, IP_A));

    assertEquals(SigningStatus.COMPLETE, world.stored(participant).status());
  }

  @Test
  void cancel_answersAlreadyCompleted_whenItCompletedUnseen() {
    answered(world.start(participant, IP_A));
    world.bankId.sign("order-1");

    assertRefused(Reason.SIGNING_ALREADY_COMPLETED, world.cancel(participant));

    assertEquals(SigningStatus.COMPLETE, world.stored(participant).status());
  }

  @Test
  void missingOrder_isNoVerdict_untilTheGraceIsOver_F4() {
    answered(world.start(participant, IP_A));
    world.bankId.lose("order-1");

    assertEquals(SigningStatus.INITIATED, answered(world.collect(participant)).status());
    world.clock.add(Timing.MISSING_GRACE);

    assertEquals(SigningStatus.COLLECT_ERROR, answered(world.collect(participant)).status());
    answered(world.start(participant, IP_B));
  }

  @Test
  void startAndCancel_meetingAMissingOrder_areToldWhenItIsBelieved_F4() {
    answered(world.start(participant, IP_A));
    world.bankId.lose("order-1");
    Refusal believed =
        Refusal.until(Reason.RFA4_SIGNING_IN_PROGRESS, world.now().plus(Timing.MISSING_GRACE))
            .by(Refusal.Cause.MISSING);

    assertEquals(believed, refused(world.start(participant, IP_B)));
    assertEquals(believed, refused(world.cancel(participant)));
    assertEquals(SigningStatus.INITIATED, world.stored(participant).status());
  }

  @Test
  void lateCompletion_comesOutOfAnEnd_F1() {
    answered(world.start(participant, IP_A));
    assertRefused(Reason.RFA4_SIGNING_IN_PROGRESS, startWhileTheUserSignsAtTheLastMoment());

    assertEquals(SigningStatus.COMPLETE, world.stored(participant).status());
  }

  /** Records a conflict while the order runs; the user signs before the order is cancelled. */
  private Outcome<Signing> startWhileTheUserSignsAtTheLastMoment() {
    world.interruptions.interrupt("recordConflict", Moment.AFTER);
    assertThrows(StoreUnavailable.class, () -> world.start(participant, IP_B));
    world.bankId.sign("order-1");
    Outcome<Signing> blocked = world.start(participant, IP_B);
    world.clock.add(Duration.ofMinutes(3));
    assertRefused(Reason.SIGNING_ALREADY_COMPLETED, world.start(participant, IP_B));
    return blocked;
  }

  @Test
  void activationThatDoesNotStand_isAnswered409_andItsOrderIsEnded_F8() {
    world.bankId.answersNextCreate(new BankId.Created.Order("order-killed", Optional.empty()));
    world.interruptions.interrupt("activate", Moment.BEFORE);

    assertRefused(Reason.RFA4_SIGNING_IN_PROGRESS, world.start(participant, IP_A));

    assertTrue(world.bankId.calls().contains("cancel order-killed"));
    assertEquals(Optional.empty(), world.guard());
  }

  @Test
  void start_answers200_whenTheReplyToItsActivationIsLost() {
    world.interruptions.interrupt("activate", Moment.AFTER);

    assertEquals(SigningStatus.INITIATED, answered(world.start(participant, IP_A)).status());
    assertEquals(List.of("order-1"), world.bankId.running());
  }

  @Test
  void slotTaker_endsTheOrderThatTheSlotNames_F7() {
    answered(world.start(participant, IP_A));
    world.interruptions.interrupt("recordConflict", Moment.AFTER);
    assertThrows(StoreUnavailable.class, () -> world.start(participant, IP_A));
    assertEquals(List.of("order-1"), world.bankId.running());

    answered(world.start(world.otherParticipant, IP_A));

    assertEquals(List.of("order-2"), world.bankId.running());
    assertEquals(SigningStatus.FAILED, world.stored(participant).status());
  }

  @Test
  void slotTaker_storesWhatWasSignedMeanwhile_byAnotherParticipant_F7() {
    answered(world.start(participant, IP_A));
    world.interruptions.interrupt("recordConflict", Moment.AFTER);
    assertThrows(StoreUnavailable.class, () -> world.start(participant, IP_A));
    world.bankId.sign("order-1");

    answered(world.start(world.otherParticipant, IP_A));

    assertEquals(SigningStatus.COMPLETE, world.stored(participant).status());
  }

  @Test
  void slot_stands_whenItsTakerGetsNoOrder() {
    answered(world.start(participant, IP_A));
    world.start(participant, IP_A);
    world.bankId.answersNextCreate(new BankId.Created.AlreadyInProgress());
    assertRefused(Reason.RFA4_SIGNING_IN_PROGRESS, world.start(participant, IP_A));

    assertInstanceOf(Guard.Slot.class, world.guard().orElseThrow());
    assertRefused(Reason.RFA4_SIGNING_IN_PROGRESS, world.start(participant, IP_B));
  }

  @Test
  void slotTaker_putsTheGuardBack_whenBankIdIsSilent_F7() {
    answered(world.start(participant, IP_A));
    world.interruptions.interrupt("recordConflict", Moment.AFTER);
    assertThrows(StoreUnavailable.class, () -> world.start(participant, IP_A));
    Optional<Guard> slot = world.guard();
    world.bankId.silent(true);

    assertRefused(Reason.RFA5_BANKID_UNAVAILABLE, world.start(world.otherParticipant, IP_A));

    assertInstanceOf(Guard.Slot.class, slot.orElseThrow());
    assertEquals(slot, world.guard());
  }

  @Test
  void start_endsTheOrderLeftByALeaseThatDied_F7() {
    answered(world.start(participant, IP_A));
    world.start(participant, IP_A);
    world.clock.add(Duration.ofMinutes(3));
    world.bankId.answersNextCreate(new BankId.Created.NoAnswer());
    world.interruptions.interrupt("release", Moment.BEFORE);
    assertThrows(StoreUnavailable.class, () -> world.start(participant, IP_B));

    world.clock.add(Timing.LEASE);
    answered(world.start(participant, IP_B));

    assertEquals(1, world.bankId.running().size());
  }

  @Test
  void collect_ofAnEndingOrder_answersPending_andAsksNobody_F6() {
    answered(world.start(participant, IP_A));
    world.interruptions.interrupt("recordConflict", Moment.AFTER);
    assertThrows(StoreUnavailable.class, () -> world.start(participant, IP_B));
    int calls = world.bankId.calls().size();

    assertEquals(SigningStatus.ENDING, answered(world.collect(participant)).status());
    assertEquals(calls, world.bankId.calls().size());
  }

  @Test
  void completionThatDoesNotVerify_isKept_andIsACollectError_F11() {
    world.verifies(false);
    answered(world.start(participant, IP_A));
    world.bankId.sign("order-1");

    assertEquals(SigningStatus.COLLECT_ERROR, answered(world.collect(participant)).status());

    Evidence kept = world.evidence(participant);
    assertEquals(false, kept.verdict().isVerified());
    answered(world.start(participant, IP_B));
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void completion_isStored_whenTheTableFailsForAWhile(Moment moment) {
    answered(world.start(participant, IP_A));
    world.bankId.sign("order-1");
    world.interruptions.interrupt("complete", moment, 20);

    assertEquals(SigningStatus.COMPLETE, answered(world.collect(participant)).status());
  }

  @Test
  void start_leavesNothingBehind_whenBankIdRefuses() {
    world.bankId.answersNextCreate(
        new BankId.Created.Refused(new BankId.Fault.Unavailable(Duration.ofSeconds(7))));

    assertEquals(
        Refusal.until(Reason.RFA5_BANKID_UNAVAILABLE, world.now().plusSeconds(7)),
        refused(world.start(participant, IP_A)));
    assertEquals(Optional.empty(), world.guard());
    answered(world.start(participant, IP_B));
  }

  @Test
  void start_isNotToBeRepeated_whenBankIdRefusesTheRequest() {
    world.bankId.answersNextCreate(new BankId.Created.Refused(new BankId.Fault.Refused()));

    assertEquals(Refusal.of(Reason.BANKID_REFUSED), refused(world.start(participant, IP_A)));
    assertEquals(Optional.empty(), world.guard());
    answered(world.start(participant, IP_B));
  }

  @Test
  void start_answers502_whenTheCreateIsNotAnswered() {
    world.bankId.answersNextCreate(new BankId.Created.NoAnswer());

    assertRefused(Reason.RFA5_BANKID_ERROR, world.start(participant, IP_A));
    assertEquals(Optional.empty(), world.guard());
  }

  @Test
  void start_bindsTheOrderToItsParticipant_whenTheProcessGaveNoNonVisibleData() {
    answered(world.start(participant, IP_A));

    OrderRequest request = world.bankId.request("order-1");

    assertTrue(request.text().nonVisible().orElseThrow().contains("participant=" + participant));
    assertEquals(ProtocolWorld.PERSON, request.personalNumber());
  }

  @Test
  void withdraw_endsTheLiveOrder_andNothingMoreCanBeStarted() {
    answered(world.start(participant, IP_A));
    UUID process = world.stored(participant).processId();

    answered(world.core.withdraw(Samples.CLIENT, process, world.deadline()));
    answered(world.core.withdraw(Samples.CLIENT, process, world.deadline()));

    assertEquals(List.of(), world.bankId.running());
    assertRefused(Reason.PROCESS_WITHDRAWN, world.start(participant, IP_A));
    assertEquals(
        ProcessStatus.WITHDRAWN, answered(world.core.process(Samples.CLIENT, process)).status());
  }

  @Test
  void start_answersExpired_afterTheProcessEnd() {
    world.clock.add(Timing.DEFAULT_PROCESS_LIFE);

    assertRefused(Reason.PROCESS_EXPIRED, world.start(participant, IP_A));
  }

  @Test
  void process_isComplete_onceAllHaveSigned() {
    answered(world.start(participant, IP_A));
    world.bankId.sign("order-1");
    world.collect(participant);

    ProcessView view =
        answered(world.core.process(Samples.CLIENT, world.stored(participant).processId()));

    assertEquals(ProcessStatus.COMPLETE, view.status());
  }
}
