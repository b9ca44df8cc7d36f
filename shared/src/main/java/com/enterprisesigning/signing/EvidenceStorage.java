package com.enterprisesigning.signing;

import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.store.Evidences;
import com.enterprisesigning.store.Evidences.Stored;
import com.enterprisesigning.store.StoreUnavailable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Decides where the evidence of a completion is stored, and how the status of its participant
 * changes ({@code docs/architecture.md#store}; rules F1, F2, F11).
 */
final class EvidenceStorage {
  private final Evidences evidences;

  EvidenceStorage(Evidences evidences) {
    this.evidences = evidences;
  }

  /**
   * The result of storing a completion.
   *
   * @param displaced the newer order that the completion displaced, which must be ended
   * @param stored the evidence, if this call stored it
   */
  record Result(OrderResult settled, Optional<Order> displaced, Optional<Evidence> stored) {
    /** Returns a result with nothing stored and nothing displaced. */
    static Result of(OrderResult settled) {
      return new Result(settled, Optional.empty(), Optional.empty());
    }
  }

  /** Creates the memory of all tries to store this order's completion. */
  Standing of(Order order) {
    return new Standing(order);
  }

  /**
   * Remembers what one try leaves for the next: which attempt the signing carries, and whether a
   * try may have been applied although its reply was lost. An order that an earlier try displaced
   * is still ended, and a completion that it stored counts as stored by this call.
   */
  final class Standing {
    private Optional<UUID> token;
    private Optional<Order> newer = Optional.empty();
    private boolean isInDoubt;

    private Standing(Order order) {
      this.token = Optional.of(order.token());
    }

    /**
     * Stores the evidence of the completion.
     *
     * @throws StoreUnavailable if the table could not be reached; call again
     */
    Result store(Evidence evidence) {
      try {
        return evidence.verdict().isVerified() ? complete(evidence) : reject(evidence);
      } catch (StoreUnavailable e) {
        isInDoubt = true;
        throw e;
      }
    }

    /**
     * Stores a verified completion. A refusal says which attempt the signing carries now, and the
     * next pass displaces that attempt. Only COMPLETE is never replaced.
     */
    private Result complete(Evidence evidence) {
      while (true) {
        switch (evidences.complete(evidence, token)) {
          case Stored.Done() -> {
            return new Result(
                new OrderResult.Signed(evidence.signedAt()), newer, Optional.of(evidence));
          }
          case Stored.Already() -> {
            return new Result(
                new OrderResult.Signed(evidence.signedAt()), newer, keptInDoubt(evidence));
          }
          case Stored.Refused(Signing signing) when signing.status() == SigningStatus.COMPLETE -> {
            Instant signedAt = signing.signedAt().orElse(evidence.signedAt());
            return beside(evidence, new OrderResult.Signed(signedAt));
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
            new Result(new OrderResult.Errored(), Optional.empty(), Optional.of(evidence));
        case Stored.Already() ->
            new Result(new OrderResult.Errored(), Optional.empty(), keptInDoubt(evidence));
        case Stored.Refused refused -> beside(evidence, new OrderResult.Superseded());
      };
    }

    private Result beside(Evidence evidence, OrderResult settled) {
      boolean isStoredNow = evidences.storeBeside(evidence);
      return new Result(
          settled, Optional.empty(), isStoredNow ? Optional.of(evidence) : Optional.empty());
    }

    /**
     * Returns the evidence if an earlier try of this call stored it. The time of storing
     * distinguishes this call's evidence from another call's evidence of the same completion.
     */
    private Optional<Evidence> keptInDoubt(Evidence evidence) {
      return isInDoubt
          ? evidences.all(evidence.participantId()).stream()
              .filter(filed -> filed.orderRef().equals(evidence.order().orderRef()))
              .findFirst()
              .map(filed -> filed.evidence().get())
              .filter(kept -> kept.storedAt().equals(evidence.storedAt()))
          : Optional.empty();
    }
  }
}
