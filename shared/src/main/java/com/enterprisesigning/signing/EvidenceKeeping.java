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
    Result keeping(Evidence evidence) {
      return new Result(settled, displaced, Optional.of(evidence));
    }

    static Result of(Settled settled) {
      return new Result(settled, Optional.empty(), Optional.empty());
    }
  }

  /** Begins to keep the completion of this order. */
  Standing of(Order order) {
    return new Standing(order);
  }

  /**
   * Which attempt is known to stand in the way of an order's completion. It outlives a try whose
   * reply is lost: the order that was displaced by it must be ended all the same.
   */
  final class Standing {
    private Optional<UUID> token;
    private Optional<Order> newer = Optional.empty();
    private boolean hasTried;

    private Standing(Order order) {
      this.token = Optional.of(order.token());
    }

    /** Keeps it, or throws {@link StoreUnavailable}; then try again. */
    Result keep(Evidence evidence) {
      boolean isAgain = hasTried;
      hasTried = true;
      Result result = evidence.verdict().isVerified() ? complete(evidence) : reject(evidence);
      // What is found there was kept by the try whose reply was lost.
      return isAgain ? result.keeping(evidence) : result;
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
            return new Result(new Settled.Signed(evidence.signedAt()), newer, Optional.empty());
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
  }

  private Result reject(Evidence evidence) {
    return switch (evidences.reject(evidence)) {
      case Stored.Done() ->
          new Result(new Settled.Errored(), Optional.empty(), Optional.of(evidence));
      case Stored.Already() -> Result.of(new Settled.Errored());
      case Stored.Refused refused -> beside(evidence, new Settled.Superseded());
    };
  }

  private Result beside(Evidence evidence, Settled settled) {
    boolean isKeptNow = evidences.keepBeside(evidence);
    return new Result(
        settled, Optional.empty(), isKeptNow ? Optional.of(evidence) : Optional.empty());
  }
}
