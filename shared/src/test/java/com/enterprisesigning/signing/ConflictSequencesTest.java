package com.enterprisesigning.signing;

import static com.enterprisesigning.signing.ProtocolWorld.answered;
import static com.enterprisesigning.signing.ProtocolWorld.assertRefused;
import static com.enterprisesigning.signing.ProtocolWorld.refused;
import static com.enterprisesigning.signing.Reason.RFA4_SIGNING_IN_PROGRESS;
import static com.enterprisesigning.signing.Samples.IP_A;
import static com.enterprisesigning.signing.Samples.IP_B;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.domain.Idempotency;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.signing.Refusal.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The sequences of the contract's conflict rules, word for word ({@code
 * docs/architecture.md#the-conflict-rules}).
 */
class ConflictSequencesTest {
  private final ProtocolWorld world = new ProtocolWorld();
  private final UUID participant = world.participant;

  @Test
  void start_succeedsOnTheThirdInvocation_fromTheSameIp() {
    answered(world.start(participant, IP_A));

    assertEquals(
        Refusal.of(RFA4_SIGNING_IN_PROGRESS).by(Cause.SAME_IP),
        refused(world.start(participant, IP_A)));
    assertEquals(List.of(), world.bankId.running());

    assertEquals(SigningStatus.INITIATED, answered(world.start(participant, IP_A)).status());
    assertEquals(List.of("order-2"), world.bankId.running());
  }

  @Test
  void start_answers409Again_onTheFourthInvocation_fromTheSameIp() {
    world.start(participant, IP_A);
    world.start(participant, IP_A);
    world.start(participant, IP_A);

    assertRefused(RFA4_SIGNING_IN_PROGRESS, world.start(participant, IP_A));
  }

  @Test
  void start_blocksForThreeMinutes_fromDifferentIps() {
    answered(world.start(participant, IP_A));
    world.clock.add(Duration.ofSeconds(20));
    Instant until = world.now().plusSeconds(180);

    assertEquals(
        Refusal.until(RFA4_SIGNING_IN_PROGRESS, until).by(Cause.DIFFERENT_IPS),
        refused(world.start(participant, IP_B)));

    world.clock.add(Duration.ofSeconds(179));
    Refusal blocked = Refusal.until(RFA4_SIGNING_IN_PROGRESS, until).by(Cause.BLOCKED);
    assertEquals(blocked, refused(world.start(participant, IP_A)));
    assertEquals(blocked, refused(world.start(world.otherParticipant, IP_B)));
    assertEquals(blocked, refused(world.startPhone(participant)));
    assertEquals(blocked, refused(world.cancel(participant)));

    world.clock.add(Duration.ofSeconds(1));
    answered(world.start(participant, IP_B));
  }

  @Test
  void startPhone_blocksForAMinute_backToBack() {
    answered(world.startPhone(participant));
    Instant until = world.now().plusSeconds(60);

    assertEquals(
        Refusal.until(RFA4_SIGNING_IN_PROGRESS, until).by(Cause.PHONE),
        refused(world.startPhone(participant)));
    world.clock.add(Duration.ofSeconds(59));
    assertEquals(
        Refusal.until(RFA4_SIGNING_IN_PROGRESS, until).by(Cause.BLOCKED),
        refused(world.startPhone(participant)));
    world.clock.add(Duration.ofSeconds(1));
    answered(world.startPhone(participant));
  }

  @Test
  void startThenPhone_blocksForAMinute() {
    answered(world.start(participant, IP_A));

    assertEquals(
        Refusal.until(RFA4_SIGNING_IN_PROGRESS, world.now().plusSeconds(60)).by(Cause.MIXED),
        refused(world.startPhone(participant)));
  }

  @Test
  void phoneThenStart_blocksForAMinute() {
    answered(world.startPhone(participant));

    assertEquals(
        Refusal.until(RFA4_SIGNING_IN_PROGRESS, world.now().plusSeconds(60)).by(Cause.MIXED),
        refused(world.start(participant, IP_A)));
  }

  @Test
  void start_isFree_afterCancel() {
    answered(world.start(participant, IP_A));
    answered(world.cancel(participant));

    answered(world.start(participant, IP_B));
    assertEquals(List.of("order-2"), world.bankId.running());
  }

  @Test
  void start_isFree_afterTheWindow_andTheOldOrderIsEndedFirst() {
    answered(world.start(participant, IP_A));
    world.clock.add(Duration.ofMinutes(3));

    answered(world.start(world.otherParticipant, IP_B));

    assertEquals(List.of("order-2"), world.bankId.running());
    assertEquals(SigningStatus.FAILED, world.stored(participant).status());
  }

  @Test
  void start_isFree_afterCompleteOfAnotherParticipant() {
    answered(world.start(participant, IP_A));
    world.bankId.sign("order-1");

    answered(world.start(world.otherParticipant, IP_B));

    assertEquals(SigningStatus.COMPLETE, world.stored(participant).status());
  }

  @Test
  void start_answers409_whenTheOtherIpComesToASlot() {
    answered(world.start(participant, IP_A));
    world.start(participant, IP_A);
    world.clock.add(Duration.ofSeconds(10));

    assertEquals(
        Refusal.until(RFA4_SIGNING_IN_PROGRESS, world.now().plusSeconds(180))
            .by(Cause.DIFFERENT_IPS),
        refused(world.start(participant, IP_B)));
  }

  @Test
  void start_fromAnotherIp_answers409_whenBankIdGaveUpWithinTheWindow() {
    answered(world.start(participant, IP_A));
    world.clock.add(Duration.ofSeconds(30));
    world.bankId.fail("order-1", HintCode.START_FAILED);

    assertRefused(RFA4_SIGNING_IN_PROGRESS, world.start(participant, IP_B));
  }

  @Test
  void start_fromTheSameIp_isFree_whenBankIdGaveUp() {
    answered(world.start(participant, IP_A));
    world.bankId.fail("order-1", HintCode.START_FAILED);

    answered(world.start(participant, IP_A));
  }

  @Test
  void start_fromAnotherIp_isFree_whenTheUserCancelled() {
    answered(world.start(participant, IP_A));
    world.bankId.fail("order-1", HintCode.USER_CANCEL);

    answered(world.start(participant, IP_B));
  }

  @Test
  void cancel_freesTheSlot() {
    answered(world.start(participant, IP_A));
    world.start(participant, IP_A);

    answered(world.cancel(participant));

    assertEquals(Optional.empty(), world.guard());
    answered(world.start(participant, IP_B));
  }

  @Test
  void cancel_isDone_whenNothingRuns_andTwice() {
    answered(world.cancel(participant));
    world.start(participant, IP_A);
    answered(world.cancel(participant));
    answered(world.cancel(participant));
  }

  @Test
  void cancel_neverTouchesAnotherParticipantsOrder() {
    answered(world.start(participant, IP_A));

    answered(world.cancel(world.otherParticipant));

    assertEquals(List.of("order-1"), world.bankId.running());
  }

  @Test
  void start_answers409_withoutABlockOfOurs_whenThePersonIsBusyAtAnotherBank() {
    world.bankId.answersNextCreate(new BankId.Created.AlreadyInProgress());

    assertEquals(
        Refusal.of(RFA4_SIGNING_IN_PROGRESS).by(Cause.ELSEWHERE),
        refused(world.start(participant, IP_A)));
    assertEquals(Optional.empty(), world.guard());
  }

  @Test
  void start_answersTheSameOrder_whenTheSameCallComesAgain() {
    Optional<Idempotency> key = Optional.of(new Idempotency("key", "request"));
    Signing first = answered(world.start(participant, IP_A, key));

    Signing again = answered(world.start(participant, IP_A, key));

    assertEquals(first.attempt(), again.attempt());
    assertEquals(List.of("order-1"), world.bankId.running());
    assertRefused(
        Reason.IDEMPOTENCY_KEY_REUSED,
        world.start(participant, IP_A, Optional.of(new Idempotency("key", "other"))));
  }

  @Test
  void start_answers503_andChangesNothing_whenBankIdIsSilentWhileSettling() {
    answered(world.start(participant, IP_A));
    Optional<Guard> before = world.guard();
    world.bankId.silent(true);

    assertEquals(
        Refusal.until(Reason.RFA5_BANKID_UNAVAILABLE, world.now().plusSeconds(5)),
        refused(world.start(participant, IP_B)));
    assertEquals(before, world.guard());
    assertEquals(SigningStatus.INITIATED, world.stored(participant).status());
  }
}
