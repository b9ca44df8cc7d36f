package com.enterprisesigning.signing;

import static com.enterprisesigning.signing.ProtocolWorld.answered;
import static com.enterprisesigning.signing.ProtocolWorld.assertRefused;
import static com.enterprisesigning.signing.Samples.IP_A;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.evidence.Evidence;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Evidence can be read until its retention ends, and not later, even if the table deletes it late.
 */
class EvidenceRetentionTest {
  private final ProtocolWorld world = new ProtocolWorld();
  private final UUID participant = world.participant;

  @BeforeEach
  void anOrderIsSigned() {
    answered(world.start(participant, IP_A));
    world.bankId.sign("order-1");
    answered(world.collect(participant));
  }

  @Test
  void evidence_answers_toTheLastSecondOfItsRetention() {
    turnTo(keptUntil().minusSeconds(1));

    Evidence evidence = world.evidence(participant);

    assertEquals(Samples.completion("order-1"), evidence.completion());
  }

  @Test
  void evidence_isGone_onceItsRetentionIsOver() {
    turnTo(keptUntil());

    assertRefused(
        Reason.EVIDENCE_NOT_FOUND,
        world.core.evidence(Samples.CLIENT, participant, Optional.empty()));
  }

  @Test
  void retention_isCountedFromTheStoring() {
    Instant storedAt = world.memory.evidences().evidence(participant).orElseThrow().storedAt();

    assertEquals(
        storedAt.plus(ProtocolWorld.TIMING.evidenceRetention()).truncatedTo(ChronoUnit.SECONDS),
        keptUntil());
  }

  private Instant keptUntil() {
    return world.memory.evidences().evidence(participant).orElseThrow().keptUntil();
  }

  private void turnTo(Instant time) {
    world.clock.setInstant(time);
  }
}
