package com.enterprisesigning.signing;

import com.enterprisesigning.domain.Order;
import com.enterprisesigning.store.StoreUnavailable;
import java.util.UUID;

/**
 * Thrown if neither the table nor the queue accepted a completion before the call ended. BankID
 * does not hand it out again, so the person has to sign again. The last write may have been applied
 * nevertheless.
 */
public final class CompletionLost extends StoreUnavailable {
  private static final long serialVersionUID = 1L;

  private final transient Order order;
  private final boolean isHidden;

  CompletionLost(Order order, StoreUnavailable cause) {
    this(order, cause, false);
  }

  private CompletionLost(Order order, StoreUnavailable cause, boolean isHidden) {
    super(
        "Neither the table nor the queue stored the completion, so the person must sign again",
        cause);
    this.order = order;
    this.isHidden = isHidden;
  }

  /** Returns the order whose signature is lost. A start may lose another participant's. */
  public Order order() {
    return order;
  }

  /** Returns whether the order is not of this participant. */
  boolean isOfAnotherThan(UUID participantId) {
    return !order.participantId().equals(participantId);
  }

  /**
   * Returns whether the caller must not learn of the order, because it is another participant's.
   */
  public boolean isHidden() {
    return isHidden;
  }

  /** Returns the same for a caller who must not learn of the order. */
  CompletionLost hidden() {
    return new CompletionLost(order, this, true);
  }
}
