package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.bankid.Completion;
import com.enterprisesigning.bankid.HintCode;
import com.enterprisesigning.conflict.Channel;
import com.enterprisesigning.conflict.Order;
import com.enterprisesigning.conflict.PersonKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Settles an order, for every caller alike: asks BankID how it stands, records what it says, frees
 * what it held (design section 5, settle; rules F1, F2, F4, F11).
 *
 * <p>A crash between two steps leaves the order recorded as ended and its guard standing: whoever
 * meets that guard settles again, finds the end recorded, and frees it.
 */
final class Settlement {
  private final BankId bankId;
  private final Signings signings;
  private final Guards guards;
  private final CompletionStorage storage;
  private final Audit audit;
  private final Deadline deadline;
  private final Clock clock;

  Settlement(
      BankId bankId,
      Signings signings,
      Guards guards,
      CompletionStorage storage,
      Audit audit,
      Deadline deadline,
      Clock clock) {
    this.bankId = bankId;
    this.signings = signings;
    this.guards = guards;
    this.storage = storage;
    this.audit = audit;
    this.deadline = deadline;
    this.clock = clock;
  }

  /**
   * Asks BankID how the order stands, and records an end. It does not ask where there would be no
   * time left to store what it may hand out.
   */
  Settled settle(PersonKey person, Order order, AfterEnd afterEnd) {
    if (!deadline.leaves(Timing.HAND_OUT)) {
      return new Settled.Undecided(new BankId.Fault.Unavailable(Timing.OVERTIME_RETRY));
    }
    return switch (bankId.collect(order.orderRef())) {
      case BankId.Collected.Pending(HintCode hint) -> new Settled.Live(hint);
      case BankId.Collected.Failed(HintCode hint) -> failed(person, order, hint, afterEnd);
      case BankId.Collected.Complete(Completion completion) ->
          kept(person, order, storage.store(person, order, completion, false));
      case BankId.Collected.NoSuchOrder() -> missing(person, order, afterEnd);
      case BankId.Collected.NoAnswer(BankId.Fault fault) -> new Settled.Undecided(fault);
    };
  }

  /** Ends the order: cancels it, or records the end that it came to by itself. */
  Settled end(PersonKey person, Order order, AfterEnd afterEnd) {
    return switch (bankId.cancel(order.orderRef())) {
      case BankId.Cancelled.Done() -> failed(person, order, HintCode.CANCELLED, afterEnd);
      case BankId.Cancelled.NoSuchOrder() -> {
        Settled settled = settle(person, order, afterEnd);
        // BankID cannot both not know an order and have it pending.
        yield settled instanceof Settled.Live
            ? new Settled.Undecided(new BankId.Fault.Unexpected())
            : settled;
      }
      case BankId.Cancelled.NoAnswer(BankId.Fault fault) -> new Settled.Undecided(fault);
    };
  }

  private Settled failed(PersonKey person, Order order, HintCode hint, AfterEnd afterEnd) {
    boolean recorded = signings.fail(order.participantId(), order.token(), hint);
    freeAfterFailure(person, order, hint, afterEnd);
    return recorded ? new Settled.Failed(hint) : new Settled.Superseded();
  }

  /** Stores a completion that came by way of the queue. */
  Settled store(PersonKey person, Order order, Completion completion) {
    return kept(person, order, storage.store(person, order, completion, true));
  }

  /** What becomes of others when a completion was kept, or left in the queue. */
  Settled kept(PersonKey person, Order order, EvidenceKeeping.Result result) {
    result.kept().ifPresent(evidence -> audit.record(Decision.completion(evidence)));
    result.displaced().ifPresent(newer -> endDisplaced(person, newer));
    return switch (result.settled()) {
      case Settled.Signed signed -> {
        freeStored(person, order);
        yield signed;
      }
      case Settled.Queued queued -> queued;
      case Settled other -> {
        guards.freeOrder(person, order);
        yield other;
      }
    };
  }

  /**
   * Rule F2: a completion that comes late ends the attempt that was made in its place. Where BankID
   * is silent the guard goes on naming it, and the next taker ends it.
   */
  private void endDisplaced(PersonKey person, Order newer) {
    if (!(bankId.cancel(newer.orderRef()) instanceof BankId.Cancelled.NoAnswer)) {
      freeSigned(person, newer);
    }
  }

  /** Rule F4: BankID's not knowing an order is no verdict while another call may hold it. */
  private Settled missing(PersonKey person, Order order, AfterEnd afterEnd) {
    Instant now = clock.instant();
    Optional<Signing> standing =
        signings
            .miss(order.participantId(), order.token(), now)
            .filter(signing -> signing.token().equals(Optional.of(order.token())));
    if (standing.isEmpty()) {
      guards.freeOrder(person, order);
      return new Settled.Superseded();
    }
    Signing signing = standing.get();
    return switch (signing.status()) {
      case INITIATED, PENDING -> missingSince(person, order, signing, now);
      case ENDING -> failed(person, order, HintCode.CANCELLED, afterEnd);
      case FAILED -> {
        HintCode hint = signing.hint().orElse(HintCode.UNKNOWN);
        freeAfterFailure(person, order, hint, afterEnd);
        yield new Settled.Failed(hint);
      }
      case COMPLETE -> {
        freeSigned(person, order);
        yield new Settled.Signed(signing.signedAt().orElse(now));
      }
      case COLLECT_ERROR -> errored(person, order);
      case CREATED -> new Settled.Superseded();
    };
  }

  private Settled missingSince(PersonKey person, Order order, Signing signing, Instant now) {
    Instant since = signing.missingSince().orElse(now);
    Instant believedFrom = since.plus(Timing.MISSING_GRACE);
    if (now.isBefore(believedFrom)) {
      return new Settled.Missing(believedFrom);
    }
    return signings.giveUp(order.participantId(), order.token(), since)
        ? errored(person, order)
        : missing(person, order, AfterEnd.CALLER_FREES);
  }

  /**
   * Frees what an order holds whose end is recorded already: by a call that died before it did so,
   * or has not come to it yet, and would leave a slot.
   */
  void free(PersonKey person, Order order, Signing ended) {
    if (ended.status() == SigningStatus.FAILED) {
      HintCode hint = ended.hint().orElse(HintCode.UNKNOWN);
      freeAfterFailure(person, order, hint, AfterEnd.SLOT_OR_FREE);
    } else {
      guards.freeOrder(person, order);
    }
  }

  private Settled errored(PersonKey person, Order order) {
    guards.freeOrder(person, order);
    return new Settled.Errored();
  }

  /**
   * The evidence is stored: a table that is away now must not turn COMPLETE into a fault. A guard
   * that stands nevertheless is freed by whoever meets it.
   */
  private void freeStored(PersonKey person, Order order) {
    try {
      freeSigned(person, order);
    } catch (StoreUnavailable e) {
      // Nothing else is lost with it.
    }
  }

  private void freeSigned(PersonKey person, Order order) {
    guards.freeOrderOrSlot(person, order.participantId(), Optional.of(order.token()));
  }

  private void freeAfterFailure(PersonKey person, Order order, HintCode hint, AfterEnd afterEnd) {
    switch (afterEnd) {
      case CALLER_FREES -> {}
      case SLOT_OR_FREE -> {
        if (!leavesSlot(order, hint) || !guards.leaveSlot(person, order, clock.instant())) {
          guards.freeOrder(person, order);
        }
      }
    }
  }

  /** Two calls from different addresses within the window clash though BankID gave up early. */
  private static boolean leavesSlot(Order order, HintCode hint) {
    return order.channel() == Channel.START
        && (hint == HintCode.START_FAILED || hint == HintCode.EXPIRED_TRANSACTION);
  }
}
