package com.enterprisesigning.signing;

import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.store.Guards;
import com.enterprisesigning.store.Signings;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * The /cancel call ({@code docs/architecture.md#cancel}). It acts on the caller's own participant.
 * It never touches another participant's order and never lifts a block.
 */
final class Cancel {
  private final Signings signings;
  private final Guards guards;
  private final Settlement settlement;
  private final Audit audit;
  private final Clock clock;

  Cancel(Signings signings, Guards guards, Settlement settlement, Audit audit, Clock clock) {
    this.signings = signings;
    this.guards = guards;
    this.settlement = settlement;
    this.audit = audit;
    this.clock = clock;
  }

  Outcome<Void> cancel(String client, UUID participantId, Deadline deadline) {
    Optional<Signing> signing =
        signings.signing(participantId).filter(found -> found.client().equals(client));
    Outcome<Void> outcome =
        signing
            .map(found -> cancel(found, deadline))
            .orElseGet(() -> Outcome.refused(Reason.PARTICIPANT_NOT_FOUND));
    AuditRecord.Subject subject =
        signing
            .map(AuditRecord.Subject::signing)
            .orElseGet(() -> AuditRecord.Subject.participant(client, participantId));
    audit.record(AuditRecord.of(AuditRecord.Kind.CANCEL, subject, outcome, "CANCELLED"));
    return outcome;
  }

  private Outcome<Void> cancel(Signing signing, Deadline deadline) {
    Optional<Guard> guard = guards.guard(signing.personKey());
    Optional<Refusal> blocked = guard.flatMap(this::blocked);
    if (blocked.isPresent()) {
      return Outcome.refused(blocked.get());
    }
    if (signing.status() == SigningStatus.COMPLETE) {
      return Outcome.refused(Reason.SIGNING_ALREADY_COMPLETED);
    }
    return end(signing, guard, deadline);
  }

  /** Ends this participant's order and frees its guard, even during a block. The block stays. */
  Outcome<Void> end(Signing signing, Optional<Guard> guard, Deadline deadline) {
    Optional<Refusal> refusal =
        signing.order().flatMap(order -> endOrder(signing, order, deadline));
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    // A block that another call has set in the meantime stays, and the caller gets a 409.
    return guard
        .filter(standing -> holds(standing, signing))
        .flatMap(standing -> free(signing))
        .flatMap(this::blocked)
        .<Outcome<Void>>map(Outcome::refused)
        .orElseGet(() -> Outcome.answered(null));
  }

  private Optional<Refusal> blocked(Guard guard) {
    return guard instanceof Guard.Block block && clock.instant().isBefore(block.expiresAt())
        ? Optional.of(
            Refusal.until(Reason.RFA4_SIGNING_IN_PROGRESS, block.expiresAt())
                .by(Refusal.Cause.BLOCKED))
        : Optional.empty();
  }

  private Optional<Refusal> endOrder(Signing signing, Order order, Deadline deadline) {
    if (!signing.status().isUnsettled()) {
      return Optional.empty();
    }
    OrderResult settled = settlement.endKeepingGuard(signing.personKey(), order, deadline);
    return settled instanceof OrderResult.Signed
        ? Optional.of(Refusal.of(Reason.SIGNING_ALREADY_COMPLETED))
        : Refusal.unended(settled, clock.instant());
  }

  private static boolean holds(Guard guard, Signing signing) {
    return switch (guard) {
      case Guard.Lease lease -> false;
      case Guard.Block block -> false;
      case Guard.Live live -> live.holder().participantId().equals(signing.participantId());
      case Guard.Slot slot -> slot.holder().participantId().equals(signing.participantId());
    };
  }

  /**
   * Frees this participant's live order or slot.
   *
   * @return the guard that was left in place, if any
   */
  private Optional<Guard> free(Signing signing) {
    Optional<Guard> standing =
        guards.freeOrderOrSlot(signing.personKey(), signing.participantId(), signing.token());
    if (standing.isPresent() && standing.get() instanceof Guard.Slot slot && holds(slot, signing)) {
      guards.endSlot(signing.personKey(), slot, clock.instant());
    }
    return standing;
  }
}
