package com.enterprisesigning.signing;

import static com.enterprisesigning.signing.ProtocolWorld.TIMING;
import static com.enterprisesigning.signing.ProtocolWorld.answered;
import static com.enterprisesigning.signing.Samples.IP_A;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.signing.Interruptions.Moment;
import com.enterprisesigning.signing.Reverification.Verified;
import com.enterprisesigning.store.DigestMismatch;
import com.enterprisesigning.store.HandedOut;
import com.enterprisesigning.store.StoreRefused;
import com.enterprisesigning.store.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Completions that were rejected because of a wrong root are verified again once the root is
 * corrected, and those that are kept without evidence are finished (invariant 4 in {@code
 * docs/correctness.md#the-invariants}).
 */
class ReverificationTest {
  /** How long after its completion an order may still be followed up. */
  private static final Duration FOLLOWED_UP = TIMING.signingWindow().plus(Timing.FOLLOW_UP_LIFE);

  private final ProtocolWorld world = new ProtocolWorld();
  private final UUID participant = world.participant;

  private List<Class<?>> verifyAgain() {
    return verify().stream().<Class<?>>map(it -> it.settled().getClass()).toList();
  }

  private List<Verified> verify() {
    List<Verified> verified = new ArrayList<>();
    world.core.reverification().verify(verified::add);
    return verified;
  }

  private Verified finished(OrderResult settled, String... failedSteps) {
    return new Verified(participant, "order-1", false, settled, List.of(failedSteps));
  }

  private void reject() {
    world.verifies(false);
    answered(world.start(participant, IP_A));
    world.bankId.sign("order-1");
    assertEquals(SigningStatus.COLLECT_ERROR, answered(world.collect(participant)).status());
  }

  /** A call keeps the completion and dies, and every follow-up message is lost. */
  private void leaveBehind() {
    answered(world.start(participant, IP_A));
    world.bankId.sign("order-1");
    world.interruptions.kill("details");
    assertThrows(Steps.Death.class, () -> world.collect(participant));
    assertEquals(List.of("order-1"), world.bankId.handedOut());
    world.clock.add(FOLLOWED_UP);
  }

  private Evidence evidence() {
    return world.evidence(participant);
  }

  @Test
  void whatVerifiesNow_isComplete() {
    reject();
    world.verifies(true);

    assertEquals(List.of(OrderResult.Signed.class), verifyAgain());
    assertEquals("COMPLETE", world.decisions.getLast().outcome());
    assertEquals(SigningStatus.COMPLETE, world.stored(participant).status());
    assertTrue(evidence().verdict().isVerified());
  }

  @Test
  void whatDoesNotVerify_staysRejected() {
    reject();

    assertEquals(List.of(OrderResult.Errored.class), verifyAgain());
    assertEquals(SigningStatus.COLLECT_ERROR, world.stored(participant).status());
    assertFalse(evidence().verdict().isVerified());
  }

  @Test
  void aSecondRun_changesAndTellsNothing() {
    reject();
    world.verifies(true);
    verifyAgain();
    Signing signing = world.stored(participant);
    Evidence evidence = evidence();
    List<AuditRecord> told =
        world.decisions.stream().filter(it -> it.kind() == AuditRecord.Kind.COMPLETION).toList();

    assertEquals(List.of(OrderResult.Signed.class), verifyAgain());
    assertEquals(signing, world.stored(participant));
    assertEquals(evidence, evidence());
    assertEquals(
        told,
        world.decisions.stream().filter(it -> it.kind() == AuditRecord.Kind.COMPLETION).toList());
  }

  @Test
  void anOrderThatWasStartedMeanwhile_isEnded() {
    reject();
    answered(world.start(participant, IP_A));
    world.verifies(true);

    assertEquals(List.of(OrderResult.Signed.class), verifyAgain());
    assertEquals(List.of(), world.bankId.running());
    assertEquals(Optional.empty(), world.guard());
    assertEquals(SigningStatus.COMPLETE, world.stored(participant).status());
  }

  @Test
  void aParticipantWhoSignedAnew_keepsThatSignature() {
    reject();
    world.verifies(true);
    answered(world.start(participant, IP_A));
    world.bankId.sign("order-2");
    answered(world.collect(participant));

    assertEquals(List.of(OrderResult.Signed.class), verifyAgain());
    assertEquals("order-2", evidence().order().orderRef());
  }

  @Test
  void aParticipantWhoIsGone_doesNotStopTheRest() {
    ParticipantDetails gone = Samples.details(Samples.person());
    world
        .memory
        .evidences()
        .storeBeside(
            Samples.evidence(
                gone,
                Samples.live(Samples.start(gone.participantId(), IP_A), world.now()).running(),
                world.now().minus(Duration.ofDays(100))));
    reject();
    world.verifies(true);

    assertEquals(
        List.of(OrderResult.Signed.class, OrderResult.Superseded.class),
        verifyAgain().stream().sorted(Comparator.comparing(Class::getSimpleName)).toList());
  }

  @Test
  void completionWithoutEvidence_isFinished_F12() {
    leaveBehind();

    List<Verified> verified = verify();

    assertEquals(List.of(finished(new OrderResult.Signed(evidence().signedAt()))), verified);
    assertEquals(Samples.completion("order-1"), evidence().completion());
    assertEquals(SigningStatus.COMPLETE, world.stored(participant).status());
    assertEquals(Optional.empty(), world.guard());
    assertEquals(1, world.decisions(AuditRecord.Kind.COMPLETION).size());
    assertEquals(List.of(), verify());
  }

  @Test
  void completionWithoutEvidence_thatDoesNotVerify_isRejectedOnce() {
    world.verifies(false);
    leaveBehind();

    assertEquals(List.of(finished(new OrderResult.Errored(), "SIGNER")), verify());
    assertEquals(SigningStatus.COLLECT_ERROR, world.stored(participant).status());
    assertEquals(
        List.of(
            new Verified(
                participant, "order-1", true, new OrderResult.Errored(), List.of("SIGNER"))),
        verify());
  }

  @Test
  void completionOfAnEarlierAttempt_isFinished_whenThePersonHasStartedAgain() {
    leaveBehind();
    world
        .memory
        .signings()
        .fail(participant, world.stored(participant).token().orElseThrow(), HintCode.CANCELLED);
    answered(world.start(participant, IP_A));

    assertEquals(List.of(OrderResult.Signed.class), verifyAgain());
    assertEquals(List.of(), world.bankId.running());
    assertEquals("order-1", evidence().order().orderRef());
  }

  @Test
  void completionWithoutEvidence_isLeftToItsFollowUp_whileThatMayCome() {
    leaveBehind();
    world.clock.add(Duration.ofMillis(-1));
    assertEquals(List.of(), verify());

    world.clock.add(Duration.ofMillis(1));
    assertEquals(List.of(OrderResult.Signed.class), verifyAgain());
  }

  @Test
  void completionWithoutEvidence_isSkipped_onceItsRetentionIsOver() {
    leaveBehind();
    world.clock.setInstant(world.now().minus(FOLLOWED_UP).plus(TIMING.evidenceRetention()));

    assertEquals(List.of(), verify());
  }

  @Test
  void completionWithoutEvidence_ofAParticipantWhoIsGone_isTold() {
    Order order = Samples.order(UUID.randomUUID(), "order-1");
    world
        .memory
        .evidences()
        .keep(
            new HandedOut(
                Samples.person(),
                order,
                Samples.completion("order-1"),
                world.now(),
                world.now().plus(Duration.ofDays(3650))));
    world.clock.add(FOLLOWED_UP);

    assertEquals(
        List.of(
            new Verified(
                order.participantId(), "order-1", false, new OrderResult.Superseded(), List.of())),
        verify());
  }

  @Test
  void completionThatCannotBeVerified_isTold_andStaysKept() {
    leaveBehind();
    world.cannotVerify(true);

    assertEquals(List.of(OrderResult.Kept.class), verifyAgain());

    world.cannotVerify(false);
    assertEquals(List.of(OrderResult.Signed.class), verifyAgain());
  }

  @Test
  void completionThatTheTableRefuses_isTold() {
    leaveBehind();
    world.interruptions.interrupt("complete", new StoreRefused("too large", null));

    assertEquals(List.of(OrderResult.Kept.class), verifyAgain());
  }

  @Test
  void run_stops_whileTheTableIsAway() {
    leaveBehind();
    world.interruptions.interrupt("complete", Moment.BEFORE, 200);

    assertThrows(StoreUnavailable.class, this::verify);

    world.interruptions.heal();
    assertEquals(List.of(OrderResult.Signed.class), verifyAgain());
  }

  @Test
  void completionThatHasChanged_isTold_andTheOthersAreVerified() {
    reject();
    world.verifies(true);
    UUID changed = world.otherParticipant;
    world
        .memory
        .evidences()
        .keep(
            new HandedOut(
                Samples.PERSON_KEYS.keyOf(ProtocolWorld.PERSON),
                Samples.order(changed, "order-2"),
                Samples.completion("order-2"),
                world.now(),
                world.now().plus(Duration.ofDays(3650))));
    world.clock.add(FOLLOWED_UP);
    DigestMismatch mismatch = new DigestMismatch(changed, null);
    world.interruptions.interrupt("unfinished", mismatch);

    assertEquals(
        List.of(new Verified(changed, "order-2", false, new OrderResult.Kept(mismatch), List.of())),
        verify().stream().filter(it -> !it.hadEvidence()).toList());
    assertEquals(SigningStatus.COMPLETE, world.stored(participant).status());
  }
}
