package com.enterprisesigning.signing;

import static com.enterprisesigning.signing.ProtocolWorld.answered;
import static com.enterprisesigning.signing.ProtocolWorld.assertRefused;
import static com.enterprisesigning.signing.ProtocolWorld.refused;
import static com.enterprisesigning.signing.Samples.IP_A;
import static com.enterprisesigning.signing.Samples.IP_B;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.signing.Interruptions.Moment;
import com.enterprisesigning.store.FollowUpMessage;
import com.enterprisesigning.store.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What happens to a signature that no caller comes back for ({@code
 * docs/architecture.md#follow-up}; rules F8 and F9).
 */
class FollowUpTest {
  private static final Duration FIRST = Duration.ofSeconds(95);

  private final ProtocolWorld world = new ProtocolWorld();
  private final UUID participant = world.participant;

  @Test
  void firstFollowUp_storesTheSignature_whenNobodyCollects() {
    answered(world.start(participant, IP_A));
    world.bankId.sign("order-1");

    world.clock.add(FIRST);
    world.followUp();

    assertEquals(SigningStatus.COMPLETE, world.stored(participant).status());
    Evidence evidence = world.evidence(participant);
    assertEquals(Samples.completion("order-1"), evidence.completion());
    assertEquals(Optional.empty(), world.guard());
  }

  @Test
  void firstFollowUp_doesNotComeBeforeItsTime() {
    answered(world.start(participant, IP_A));
    world.bankId.sign("order-1");

    world.clock.add(FIRST.minusMillis(1));
    world.followUp();

    assertEquals(SigningStatus.INITIATED, world.stored(participant).status());
  }

  @Test
  void followUp_recordsAnEnd_andTheSlotOfItsAddress() {
    answered(world.start(participant, IP_A));
    world.bankId.fail("order-1", HintCode.START_FAILED);

    world.clock.add(FIRST);
    world.followUp();

    assertEquals(Optional.of(HintCode.START_FAILED), world.stored(participant).hint());
    assertTrue(world.guard().orElseThrow() instanceof Guard.Slot);
  }

  @Test
  void followUp_asksNobody_whenTheSigningWasSettled() {
    answered(world.start(participant, IP_A));
    world.bankId.sign("order-1");
    world.collect(participant);
    int calls = world.bankId.calls().size();

    world.followUpToTheEnd();

    assertEquals(calls, world.bankId.calls().size());
  }

  @Test
  void followUp_comesAgain_whileTheOrderIsPending_F9() {
    answered(world.start(participant, IP_A));
    world.bankId.pending("order-1", HintCode.USER_SIGN);
    world.clock.add(FIRST);
    world.followUp();
    world.bankId.sign("order-1");

    world.clock.add(Duration.ofSeconds(20));
    world.followUp();

    assertEquals(SigningStatus.COMPLETE, world.stored(participant).status());
  }

  @Test
  void followUp_comesAgain_notSoonerThanTenSecondsLater_F9() {
    answered(world.start(participant, IP_A));
    world.clock.add(FIRST);
    world.followUp();
    int calls = world.bankId.calls().size();

    world.clock.add(Duration.ofMillis(9_999));
    world.followUp();

    assertEquals(calls, world.bankId.calls().size());
  }

  @Test
  void followUp_outlastsBankIdsSilence_F9() {
    answered(world.start(participant, IP_A));
    world.bankId.sign("order-1");
    world.bankId.silent(true);
    world.clock.add(FIRST);
    world.followUp();
    world.clock.add(Duration.ofSeconds(60));
    world.followUp();
    world.bankId.silent(false);

    world.followUpToTheEnd();

    assertEquals(SigningStatus.COMPLETE, world.stored(participant).status());
  }

  @Test
  void followUp_isGivenUp_whenBankIdHasForgottenTheOrder() {
    answered(world.start(participant, IP_A));
    world.bankId.silent(true);
    world.clock.add(Duration.ofMinutes(6));

    FollowUpMessage message = world.queue.due().getFirst();

    assertEquals(
        FollowUp.Followed.GIVEN_UP, world.core.followUp().follow(message, world.deadline()));
  }

  @Test
  void followUp_endsAnOrderThatRunsPastItsWindow() {
    answered(world.start(participant, IP_A));

    world.followUpToTheEnd();

    assertEquals(List.of(), world.bankId.running());
    assertEquals(SigningStatus.FAILED, world.stored(participant).status());
  }

  @Test
  void followUp_endsAnOrderOfAProcessThatWasWithdrawnWhileBankIdWasSilent() {
    answered(world.start(participant, IP_A));
    world.bankId.silent(true);
    world.core.withdraw(Samples.CLIENT, world.stored(participant).processId(), world.deadline());
    world.bankId.silent(false);

    world.clock.add(FIRST);
    world.followUp();

    assertEquals(List.of(), world.bankId.running());
    assertEquals(SigningStatus.FAILED, world.stored(participant).status());
  }

  @Test
  void followUp_believesAMissingOrderOnlyAfterTheGrace_F4() {
    answered(world.start(participant, IP_A));
    world.bankId.lose("order-1");
    world.clock.add(FIRST);
    world.followUp();
    assertEquals(SigningStatus.INITIATED, world.stored(participant).status());

    world.followUpToTheEnd();

    assertEquals(SigningStatus.COLLECT_ERROR, world.stored(participant).status());
    assertEquals(Optional.empty(), world.guard());
  }

  @Test
  void followUp_finishesTheLoserOfAConflict_thatBankIdWasSilentAbout() {
    answered(world.start(participant, IP_A));
    world.interruptions.interrupt("recordConflict", Moment.AFTER);
    assertThrows(StoreUnavailable.class, () -> world.start(participant, IP_B));
    assertEquals(SigningStatus.ENDING, world.stored(participant).status());

    world.clock.add(FIRST);
    world.followUp();

    assertEquals(Optional.of(HintCode.CANCELLED), world.stored(participant).hint());
    assertEquals(List.of(), world.bankId.running());
    assertTrue(world.guard().orElseThrow() instanceof Guard.Block, "the block stands");
  }

  @Test
  void followUp_endsAnOrderThatWasNeverActivated_F9() {
    diesBeforeActivating();

    world.clock.add(FIRST);
    world.followUp();

    assertEquals(List.of(), world.bankId.running());
    assertEquals(SigningStatus.CREATED, world.stored(participant).status());
    assertFalse(world.bankId.calls().contains("collect order-1"));
  }

  @Test
  void followUp_leavesAStartAloneThatMayStillBeOnItsWay() {
    diesBeforeActivating();
    world.clock.add(Timing.LEASE.minusMillis(1));
    FollowUpMessage message = early();

    assertEquals(FollowUp.Followed.AGAIN, world.core.followUp().follow(message, world.deadline()));

    assertEquals(List.of("order-1"), world.bankId.running());
  }

  @Test
  void followUp_storesASignatureThatTheSigningNeverHeardOf_F9() {
    diesBeforeActivating();
    world.bankId.sign("order-1");

    world.clock.add(FIRST);
    world.followUp();

    assertEquals(SigningStatus.COMPLETE, world.stored(participant).status());
  }

  @Test
  void start_answers503_andItsOrderIsEnded_whenTheQueueDoesNotTakeItsMessage() {
    world.interruptions.interrupt("send", Moment.BEFORE);

    assertEquals(
        Refusal.until(Reason.SERVICE_UNAVAILABLE, world.now().plusSeconds(5)),
        refused(world.start(participant, IP_A)));

    assertEquals(List.of(), world.bankId.running());
    assertEquals(Optional.empty(), world.guard());
    assertEquals(SigningStatus.CREATED, world.stored(participant).status());
  }

  @Test
  void start_leavesItsOrderToTheQueue_whenItIsRefusedAndBankIdIsSilent_F8() {
    world.interruptions.interrupt("activate", Moment.BEFORE);
    world.bankId.silent(true);

    assertRefused(Reason.RFA4_SIGNING_IN_PROGRESS, world.start(participant, IP_A));
    assertEquals(List.of("order-1"), world.bankId.running());
    world.bankId.silent(false);
    world.clock.add(Timing.END_DELAY);
    world.followUp();

    assertEquals(List.of(), world.bankId.running());
  }

  @Test
  void start_leavesItsOrderToTheQueue_whenTableAndBankIdAreAway_F8() {
    world.interruptions.interrupt("activate", Moment.BEFORE);
    world.interruptions.interrupt("guard", Moment.BEFORE);
    world.interruptions.interrupt("unfinished", Moment.BEFORE);
    world.bankId.silent(true);

    assertThrows(StoreUnavailable.class, () -> world.start(participant, IP_A));
    assertEquals(List.of("order-1"), world.bankId.running());
    world.bankId.silent(false);
    world.clock.add(Timing.END_DELAY);
    world.followUp();

    assertEquals(List.of(), world.bankId.running());
  }

  @Test
  void start_leavesItsOrderToTheNextTaker_whenQueueAndBankIdAreAway_F8() {
    world.interruptions.interrupt("send", Moment.BEFORE, 2);
    world.bankId.silent(true);
    assertRefused(Reason.SERVICE_UNAVAILABLE, world.start(participant, IP_A));
    world.bankId.silent(false);

    answered(world.start(participant, IP_B));

    assertEquals(List.of("order-2"), world.bankId.running());
  }

  /** Kills the process between the follow-up message and the transaction. */
  private void diesBeforeActivating() {
    world.interruptions.kill("activate");
    assertThrows(Steps.Death.class, () -> world.start(participant, IP_A));
    assertEquals(List.of("order-1"), world.bankId.running());
  }

  private FollowUpMessage early() {
    world.clock.add(FIRST);
    FollowUpMessage message = world.queue.due().getFirst();
    world.clock.add(FIRST.negated());
    return message;
  }

  @Test
  void create_thatBankIdRefuses_sendsNoMessage() {
    world.bankId.answersNextCreate(new BankId.Created.AlreadyInProgress());

    world.start(participant, IP_A);

    assertTrue(world.queue.isEmpty());
  }
}
