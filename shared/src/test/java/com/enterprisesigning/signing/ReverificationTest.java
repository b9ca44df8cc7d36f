package com.enterprisesigning.signing;

import static com.enterprisesigning.signing.ProtocolWorld.answered;
import static com.enterprisesigning.signing.Samples.IP_A;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.evidence.Evidence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Completions that were rejected because of a wrong root are verified again once the root is
 * corrected (invariant 4 in {@code docs/architecture.md#invariants}).
 */
class ReverificationTest {
  private final ProtocolWorld world = new ProtocolWorld();
  private final UUID participant = world.participant;

  private List<Class<?>> verifyAgain() {
    List<Class<?>> results = new ArrayList<>();
    world
        .core
        .reverification()
        .verifyRejected((evidence, settled) -> results.add(settled.getClass()));
    return results;
  }

  private void reject() {
    world.verifies(false);
    answered(world.start(participant, IP_A));
    world.bankId.sign("order-1");
    assertEquals(SigningStatus.COLLECT_ERROR, answered(world.collect(participant)).status());
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
}
