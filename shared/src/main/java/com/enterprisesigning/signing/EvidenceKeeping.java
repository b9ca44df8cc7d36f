package com.enterprisesigning.signing;

import com.enterprisesigning.conflict.Order;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.signing.Evidences.Stored;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a completion is kept, and what its participant becomes by it (design section 5, store;
 * rules F1, F2, F11).
 */
final class EvidenceKeeping {
  private final Evidences evidences;

  EvidenceKeeping(Evidences evidences) {
    this.evidences = evidences;
  }

  /**
   * What keeping a completion came to.
   *
   * @param displaced the newer order that the completion took the place of, which must be ended
   * @param kept the evidence, where it was this call that kept it
   */
  record Result(Settled settled, Optional<Order> displaced, Optional<Evidence> kept) {
    /** Nothing was kept, nor displaced. */
    static Result of(Settled settled) {
      return new Result(settled, Optional.empty(), Optional.empty());
    }
  }

  /** Begins to keep the completion of this order. */
  Standing of(Order order) {
    return new Standing(order);
  }

  /**
   * Which attempt is known to stand in the way of an order's completion, and whether a try may have
   * been made without its reply. Both outlive a try: the order that was displaced by it must be
   * ended all the same, and what it kept was kept by this call.
   */
  final class Standing {
    private Optional<UUID> token;
    private Optional<Order> newer = Optional.empty();
    private boolean isInDoubt;

    private Standing(Order order) {
      this.token = Optional.of(order.token());
    }

    /** Keeps it, or throws {@link StoreUnavailable}; then try again. */
    Result keep(Evidence evidence) {
      try {
        return evidence.verdict().isVerified() ? complete(evidence) : reject(evidence);
      } catch (StoreUnavailable e) {
        isInDoubt = true;
        throw e;
      }
    }

    /** Each turn of the loop has learnt which attempt stands in the way; only COMPLETE is final. */
    private Result complete(Evidence evidence) {
      while (true) {
        switch (evidences.complete(evidence, token)) {
          case Stored.Done() -> {
            return new Result(
                new Settled.Signed(evidence.signedAt()), newer, Optional.of(evidence));
          }
          case Stored.Already() -> {
            return new Result(
                new Settled.Signed(evidence.signedAt()), newer, keptInDoubt(evidence));
          }
          case Stored.Refused(Signing signing) when signing.status() == SigningStatus.COMPLETE -> {
            Instant signedAt = signing.signedAt().orElse(evidence.signedAt());
            return beside(evidence, new Settled.Signed(signedAt));
          }
          case Stored.Refused(Signing signing) -> {
            token = signing.token();
            newer = signing.order();
          }
        }
      }
    }

    private Result reject(Evidence evidence) {
      return switch (evidences.reject(evidence)) {
        case Stored.Done() ->
            new Result(new Settled.Errored(), Optional.empty(), Optional.of(evidence));
        case Stored.Already() ->
            new Result(new Settled.Errored(), Optional.empty(), keptInDoubt(evidence));
        case Stored.Refused refused -> beside(evidence, new Settled.Superseded());
      };
    }

    private Result beside(Evidence evidence, Settled settled) {
      boolean isKeptNow = evidences.keepBeside(evidence);
      return new Result(
          settled, Optional.empty(), isKeptNow ? Optional.of(evidence) : Optional.empty());
    }

    /** Of two calls that keep the same completion, the time of its keeping tells whose it was. */
    private Optional<Evidence> keptInDoubt(Evidence evidence) {
      return isInDoubt
          ? evidences
              .evidence(evidence.participantId())
              .filter(kept -> kept.order().orderRef().equals(evidence.order().orderRef()))
              .filter(kept -> kept.storedAt().equals(evidence.storedAt()))
          : Optional.empty();
    }
  }
}
