package com.enterprisesigning.signing;

import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.evidence.Verification;
import com.enterprisesigning.store.DigestMismatch;
import com.enterprisesigning.store.Evidences;
import com.enterprisesigning.store.HandedOut;
import com.enterprisesigning.store.Signings;
import com.enterprisesigning.store.StoreRefused;
import com.enterprisesigning.store.StoreUnavailable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Verifies rejected completions again after a root was corrected, and makes COMPLETE those that now
 * verify. Then finishes the completions that are kept without evidence, because the call that kept
 * them died and its follow-up message was lost (invariant 4 in {@code
 * docs/correctness.md#the-invariants}). It is safe to run twice.
 */
public final class Reverification {
  private final Signings signings;
  private final Evidences evidences;
  private final EvidenceStorage evidenceStorage;
  private final Verification verification;
  private final Settlement settlement;
  private final Timing timing;
  private final Clock clock;

  Reverification(
      Signings signings,
      Evidences evidences,
      EvidenceStorage evidenceStorage,
      Verification verification,
      Settlement settlement,
      Timing timing,
      Clock clock) {
    this.signings = signings;
    this.evidences = evidences;
    this.evidenceStorage = evidenceStorage;
    this.verification = verification;
    this.settlement = settlement;
    this.timing = timing;
    this.clock = clock;
  }

  /**
   * A completion that was verified.
   *
   * @param hadEvidence false if it was kept without evidence until now
   * @param settled the state of its order. {@link OrderResult.Signed}: its participant is COMPLETE,
   *     by this or another order. {@link OrderResult.Kept}: it is still without evidence. {@link
   *     OrderResult.Superseded} without a failed step: its participant is no longer kept
   * @param failedSteps the steps of the verification that reject it
   */
  public record Verified(
      UUID participantId,
      String orderRef,
      boolean hadEvidence,
      OrderResult settled,
      List<String> failedSteps) {

    public Verified {
      failedSteps = List.copyOf(failedSteps);
    }
  }

  /**
   * Verifies all rejected completions again, and then those that are kept without evidence.
   *
   * @throws StoreUnavailable if the table could not be reached; what was done up to then stays
   * @throws DigestMismatch if evidence has changed since it was stored; all other evidence was
   *     verified
   */
  public void verify(Consumer<Verified> each) {
    List<DigestMismatch> changed = new ArrayList<>();
    evidences.forEachBeside(filed -> {
      if (clock.instant().isBefore(filed.keptUntil())) {
        try {
          verifyAgain(filed.evidence().get()).ifPresent(each);
        } catch (DigestMismatch e) {
          changed.add(e);
        }
      }
    });
    evidences.forEachUnfinished(
        (participantId, orderRef) -> finish(participantId, orderRef).ifPresent(each));
    if (!changed.isEmpty()) {
      DigestMismatch first = changed.getFirst();
      changed.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
  }

  private Optional<Verified> verifyAgain(Evidence evidence) {
    if (evidence.verdict().isVerified()) {
      return Optional.empty();
    }
    Evidence anew = evidence.verifiedAnew(verdict(evidence));
    OrderResult settled = anew.verdict().isVerified() ? complete(anew) : new OrderResult.Errored();
    return Optional.of(
        new Verified(
            anew.participantId(), anew.order().orderRef(), true, settled, anew.verdict().failed()));
  }

  private Verdict verdict(Evidence evidence) {
    return verification.verify(
        evidence.completion(), evidence.text(), evidence.requirement(), evidence.signer());
  }

  /**
   * Makes the signing COMPLETE, unless the participant no longer exists: a completion may be kept
   * for years longer.
   */
  private OrderResult complete(Evidence evidence) {
    if (signings.signing(evidence.participantId()).isEmpty()) {
      return new OrderResult.Superseded();
    }
    // Release 1.0 kept the completion only in its evidence.
    evidences.keep(HandedOut.of(evidence));
    return settlement.finished(
        evidence.person(), evidence.order(), evidenceStorage.of(evidence.order()).store(evidence));
  }

  /**
   * Finishes a completion that is kept without evidence.
   *
   * @return empty if it must be left alone, or if another call has finished it
   */
  private Optional<Verified> finish(UUID participantId, String orderRef) {
    try {
      return evidences
          .unfinished(participantId, orderRef)
          .filter(this::isLeftBehind)
          .flatMap(this::finish)
          .map(settled ->
              new Verified(
                  participantId, orderRef, false, settled, failedSteps(participantId, orderRef)));
    } catch (DigestMismatch e) {
      return Optional.of(
          new Verified(participantId, orderRef, false, new OrderResult.Kept(e), List.of()));
    }
  }

  /**
   * Returns whether nothing else finishes this completion. While the follow-up still has its order,
   * the audit line must come from the follow-up: a command's lines stay on the operator's machine.
   */
  private boolean isLeftBehind(HandedOut kept) {
    Instant now = clock.instant();
    Instant followedUntil =
        kept.receivedAt().plus(timing.signingWindow()).plus(Timing.FOLLOW_UP_LIFE);
    return !now.isBefore(followedUntil) && now.isBefore(kept.keptUntil());
  }

  private Optional<OrderResult> finish(HandedOut kept) {
    UUID participantId = kept.order().participantId();
    if (signings.details(participantId).isEmpty() || signings.signing(participantId).isEmpty()) {
      return Optional.of(new OrderResult.Superseded());
    }
    Deadline deadline = new Deadline(clock.instant().plus(Timing.FUNCTION_TIMEOUT), clock);
    Optional<OrderResult> settled = settlement.finish(kept.person(), kept.order(), deadline);
    if (settled.orElse(null) instanceof OrderResult.Kept(StoreUnavailable why)
        && !(why instanceof StoreRefused)) {
      throw why;
    }
    return settled;
  }

  private List<String> failedSteps(UUID participantId, String orderRef) {
    return evidences.all(participantId).stream()
        .filter(filed -> filed.orderRef().equals(orderRef))
        .findFirst()
        .map(filed -> filed.evidence().get().verdict().failed())
        .orElse(List.of());
  }
}
