package com.enterprisesigning.signing;

import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.evidence.Verification;
import com.enterprisesigning.store.DigestMismatch;
import com.enterprisesigning.store.Evidences;
import com.enterprisesigning.store.HandedOut;
import com.enterprisesigning.store.Signings;
import com.enterprisesigning.store.StoreUnavailable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Verifies rejected completions again after a root was corrected, and makes COMPLETE those that now
 * verify (invariant 4 in {@code docs/correctness.md#the-invariants}). It is safe to run twice.
 */
public final class Reverification {
  private final Signings signings;
  private final Evidences evidences;
  private final EvidenceStorage evidenceStorage;
  private final Verification verification;
  private final Settlement settlement;
  private final Clock clock;

  Reverification(
      Signings signings,
      Evidences evidences,
      EvidenceStorage evidenceStorage,
      Verification verification,
      Settlement settlement,
      Clock clock) {
    this.signings = signings;
    this.evidences = evidences;
    this.evidenceStorage = evidenceStorage;
    this.verification = verification;
    this.settlement = settlement;
    this.clock = clock;
  }

  /**
   * Verifies all rejected completions again.
   *
   * @param each receives each rejected completion with its new verdict, and the state of its order.
   *     {@link OrderResult.Errored}: still rejected. {@link OrderResult.Signed}: its participant is
   *     COMPLETE, by this or another order. {@link OrderResult.Superseded}: its participant is no
   *     longer kept.
   * @throws StoreUnavailable if the table could not be reached; what was done up to then stays
   * @throws DigestMismatch if evidence has changed since it was stored; all other evidence was
   *     verified
   */
  public void verifyRejected(BiConsumer<Evidence, OrderResult> each) {
    List<DigestMismatch> changed = new ArrayList<>();
    evidences.forEachBeside(filed -> {
      if (clock.instant().isBefore(filed.keptUntil())) {
        try {
          verify(filed.evidence().get(), each);
        } catch (DigestMismatch e) {
          changed.add(e);
        }
      }
    });
    if (!changed.isEmpty()) {
      DigestMismatch first = changed.getFirst();
      changed.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
  }

  private void verify(Evidence evidence, BiConsumer<Evidence, OrderResult> each) {
    if (!evidence.verdict().isVerified()) {
      Evidence anew = evidence.verifiedAnew(verdict(evidence));
      each.accept(anew, anew.verdict().isVerified() ? complete(anew) : new OrderResult.Errored());
    }
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
}
