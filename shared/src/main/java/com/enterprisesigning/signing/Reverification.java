package com.enterprisesigning.signing;

import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.evidence.Verification;
import java.util.function.BiConsumer;

/**
 * Verifies again what was kept as rejected, once a root has been corrected, and makes COMPLETE what
 * then verifies (design section 6, invariant 4). Doing it twice is right.
 */
public final class Reverification {
  private final Signings signings;
  private final Evidences evidences;
  private final EvidenceKeeping keeping;
  private final Verification verification;
  private final Settlement settlement;

  Reverification(
      Signings signings,
      Evidences evidences,
      EvidenceKeeping keeping,
      Verification verification,
      Settlement settlement) {
    this.signings = signings;
    this.evidences = evidences;
    this.keeping = keeping;
    this.verification = verification;
    this.settlement = settlement;
  }

  /**
   * Verifies them all.
   *
   * @param each is told of each rejected completion, with its new verdict, and how its order stands
   *     now: {@link Settled.Errored} where it is refused still, {@link Settled.Signed} where its
   *     participant is COMPLETE, by it or by another order, {@link Settled.Superseded} where its
   *     participant is no longer kept
   * @throws StoreUnavailable where the table is away; what was done stands
   */
  public void verifyRejected(BiConsumer<Evidence, Settled> each) {
    evidences.forEachBeside(evidence -> {
      if (!evidence.verdict().isVerified()) {
        Evidence anew = evidence.verifiedAnew(verdict(evidence));
        each.accept(anew, anew.verdict().isVerified() ? complete(anew) : new Settled.Errored());
      }
    });
  }

  private Verdict verdict(Evidence evidence) {
    return verification.verify(evidence.completion(), evidence.text(), evidence.signer());
  }

  /** What is kept beside may outlive its participant by years. */
  private Settled complete(Evidence evidence) {
    if (signings.signing(evidence.participantId()).isEmpty()) {
      return new Settled.Superseded();
    }
    return settlement.kept(
        evidence.person(), evidence.order(), keeping.of(evidence.order()).keep(evidence));
  }
}
