package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.store.Guards;
import com.enterprisesigning.store.Signings;
import com.enterprisesigning.store.StoreUnavailable;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Settles an order, in the same way for every caller. Asks BankID for the order's state, records
 * the answer, and frees the guard of an order that has ended ({@code docs/architecture.md#settle};
 * rules F1, F2, F4, F11).
 *
 * <p>A crash between two steps leaves an order that is recorded as ended while its guard still
 * stands. The next call that meets the guard settles the order again, finds its end, and frees the
 * guard.
 */
final class Settlement {
  private final BankId bankId;
  private final Signings signings;
  private final Guards guards;
  private final CompletionStorage storage;
  private final Audit audit;
  private final Clock clock;

  Settlement(
      BankId bankId,
      Signings signings,
      Guards guards,
      CompletionStorage storage,
      Audit audit,
      Clock clock) {
    this.bankId = bankId;
    this.signings = signings;
    this.guards = guards;
    this.storage = storage;
    this.audit = audit;
    this.clock = clock;
  }

  /** What happens to the guard when an order has ended unsigned. */
  private enum AfterEnd {
    /**
     * The guard is freed. If BankID gave up waiting, a slot is left ({@code
     * docs/architecture.md#the-conflict-rules}).
     */
    SLOT_OR_FREE,
    /** The guard stays as it is: the caller frees it, or has put a slot or a block there. */
    KEEP_GUARD
  }

  /**
   * Asks BankID for the order's state, records an end, and frees the guard of an order that has
   * ended. Does not ask if too little time would be left to store a completion.
   */
  OrderResult settle(PersonKey person, Order order, Deadline deadline) {
    return settle(person, order, AfterEnd.SLOT_OR_FREE, deadline);
  }

  /**
   * Ends the order: cancels it at BankID, or records how it has already ended. The guard of an
   * order that ended unsigned stays as it is: the caller frees it, or has put a slot or a block
   * there.
   */
  OrderResult endKeepingGuard(PersonKey person, Order order, Deadline deadline) {
    return end(person, order, AfterEnd.KEEP_GUARD, deadline);
  }

  /** Ends the order as {@link #endKeepingGuard} does, and frees its guard. */
  OrderResult endAndFree(PersonKey person, Order order, Deadline deadline) {
    return end(person, order, AfterEnd.SLOT_OR_FREE, deadline);
  }

  private OrderResult settle(PersonKey person, Order order, AfterEnd afterEnd, Deadline deadline) {
    if (!deadline.leaves(Timing.LEFT_TO_ASK)) {
      return new OrderResult.Undecided(new BankId.Fault.Unavailable(Timing.OVERTIME_RETRY));
    }
    return switch (bankId.collect(order.orderRef())) {
      case BankId.Collected.Pending(HintCode hint) -> new OrderResult.Live(hint);
      case BankId.Collected.Failed(HintCode hint) -> failed(person, order, hint, afterEnd);
      case BankId.Collected.Complete(Completion completion) ->
          finished(person, order, storage.store(person, order, completion, deadline));
      case BankId.Collected.NoSuchOrder() ->
          finish(person, order, deadline).orElseGet(() -> missing(person, order, afterEnd));
      case BankId.Collected.NoAnswer(BankId.Fault fault) ->
          finish(person, order, deadline).orElseGet(() -> new OrderResult.Undecided(fault));
    };
  }

  private OrderResult end(PersonKey person, Order order, AfterEnd afterEnd, Deadline deadline) {
    return switch (bankId.cancel(order.orderRef())) {
      case BankId.Cancelled.Done() -> failed(person, order, HintCode.CANCELLED, afterEnd);
      case BankId.Cancelled.NoSuchOrder() -> {
        OrderResult settled = settle(person, order, afterEnd, deadline);
        // The two answers contradict each other: an order that BankID does not recognize cannot be
        // pending.
        yield settled instanceof OrderResult.Live
            ? new OrderResult.Undecided(new BankId.Fault.Unexpected())
            : settled;
      }
      case BankId.Cancelled.NoAnswer(BankId.Fault fault) ->
          finish(person, order, deadline).orElseGet(() -> new OrderResult.Undecided(fault));
    };
  }

  /**
   * Finishes storing a completion that an earlier call kept and did not store, without asking
   * BankID.
   *
   * @return empty if no call has kept a completion of this order
   */
  Optional<OrderResult> finish(PersonKey person, Order order, Deadline deadline) {
    return storage.finish(order, deadline).map(result -> finished(person, order, result));
  }

  private OrderResult failed(PersonKey person, Order order, HintCode hint, AfterEnd afterEnd) {
    boolean recorded = signings.fail(order.participantId(), order.token(), hint);
    freeAfterFailure(person, order, hint, afterEnd);
    return recorded ? new OrderResult.Failed(hint) : new OrderResult.Superseded();
  }

  /** Stores a completion that came from the queue. */
  OrderResult storeQueued(PersonKey person, Order order, Completion completion, Deadline deadline) {
    return finished(person, order, storage.storeQueued(person, order, completion, deadline));
  }

  /**
   * Completes the call after a completion was stored or kept: audits the completion, ends a
   * displaced order, and frees the guard.
   */
  OrderResult finished(PersonKey person, Order order, EvidenceStorage.Result result) {
    result.stored().ifPresent(evidence -> audit.record(AuditRecord.completion(evidence)));
    result.displaced().ifPresent(newer -> endDisplaced(person, newer));
    return switch (result.settled()) {
      case OrderResult.Signed signed -> {
        freeStored(person, order);
        yield signed;
      }
      case OrderResult.Kept kept -> {
        audit.passedOver(order.participantId(), kept.why());
        yield kept;
      }
      case OrderResult other -> {
        guards.freeOrder(person, order);
        yield other;
      }
    };
  }

  /**
   * Ends the newer attempt that a late completion displaced (rule F2). If BankID does not answer,
   * the guard still names the order, and the next start that takes the guard ends it.
   */
  private void endDisplaced(PersonKey person, Order newer) {
    if (!(bankId.cancel(newer.orderRef()) instanceof BankId.Cancelled.NoAnswer)) {
      freeSigned(person, newer);
    }
  }

  /**
   * Handles an order that BankID does not recognize. The order does not count as ended while
   * another call may hold its completion (rule F4).
   */
  private OrderResult missing(PersonKey person, Order order, AfterEnd afterEnd) {
    Instant now = clock.instant();
    Optional<Signing> standing =
        signings
            .miss(order.participantId(), order.token(), now)
            .filter(signing -> signing.token().equals(Optional.of(order.token())));
    if (standing.isEmpty()) {
      guards.freeOrder(person, order);
      return new OrderResult.Superseded();
    }
    Signing signing = standing.get();
    return switch (signing.status()) {
      case INITIATED, PENDING -> missingSince(person, order, signing, now);
      case ENDING -> failed(person, order, HintCode.CANCELLED, afterEnd);
      case FAILED -> {
        HintCode hint = signing.hint().orElse(HintCode.UNKNOWN);
        freeAfterFailure(person, order, hint, afterEnd);
        yield new OrderResult.Failed(hint);
      }
      case COMPLETE -> {
        freeSigned(person, order);
        yield new OrderResult.Signed(signing.signedAt().orElse(now));
      }
      case COLLECT_ERROR -> errored(person, order);
      case CREATED -> new OrderResult.Superseded();
    };
  }

  private OrderResult missingSince(PersonKey person, Order order, Signing signing, Instant now) {
    Instant since = signing.missingSince().orElse(now);
    Instant believedFrom = since.plus(Timing.MISSING_GRACE);
    if (now.isBefore(believedFrom)) {
      return new OrderResult.Missing(believedFrom);
    }
    return signings.giveUp(order.participantId(), order.token(), since)
        ? errored(person, order)
        : missing(person, order, AfterEnd.KEEP_GUARD);
  }

  /**
   * Frees the guard of an order whose end is already recorded, or leaves a slot. The call that
   * recorded the end has died before freeing the guard, or is about to free it.
   */
  void free(PersonKey person, Order order, Signing ended) {
    if (ended.status() == SigningStatus.FAILED) {
      HintCode hint = ended.hint().orElse(HintCode.UNKNOWN);
      freeAfterFailure(person, order, hint, AfterEnd.SLOT_OR_FREE);
    } else {
      guards.freeOrder(person, order);
    }
  }

  private OrderResult errored(PersonKey person, Order order) {
    guards.freeOrder(person, order);
    return new OrderResult.Errored();
  }

  /**
   * Frees the guard after the evidence was stored. A table that cannot be reached now must not turn
   * COMPLETE into an error. If the guard stays, the next call that meets it frees it.
   */
  private void freeStored(PersonKey person, Order order) {
    try {
      freeSigned(person, order);
    } catch (StoreUnavailable e) {
      // The signature is already stored.
    }
  }

  private void freeSigned(PersonKey person, Order order) {
    guards.freeOrderOrSlot(person, order.participantId(), Optional.of(order.token()));
  }

  private void freeAfterFailure(PersonKey person, Order order, HintCode hint, AfterEnd afterEnd) {
    switch (afterEnd) {
      case KEEP_GUARD -> {}
      case SLOT_OR_FREE -> {
        if (!leavesSlot(order, hint) || !guards.leaveSlot(person, order, clock.instant())) {
          guards.freeOrder(person, order);
        }
      }
    }
  }

  /**
   * Returns whether the order leaves a slot: starts from different IPs within the window conflict
   * even if BankID gave up early.
   */
  private static boolean leavesSlot(Order order, HintCode hint) {
    return order.channel() == Channel.START
        && (hint == HintCode.START_FAILED || hint == HintCode.EXPIRED_TRANSACTION);
  }
}
