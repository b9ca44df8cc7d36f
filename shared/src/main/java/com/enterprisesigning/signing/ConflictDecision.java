package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.conflict.ConflictKind;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.conflict.Order;
import com.enterprisesigning.conflict.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * What becomes of a start that the rules call a conflict (design section 5, conflict): the running
 * order is settled first, and only one that is live makes it a conflict.
 *
 * <p>A crash after the decision leaves the loser ENDING and named by the guard: the next taker, or
 * its own participant's next call, ends it.
 */
final class ConflictDecision {
  private final Guards guards;
  private final Settlement settlement;
  private final Clock clock;

  ConflictDecision(Guards guards, Settlement settlement, Clock clock) {
    this.guards = guards;
    this.settlement = settlement;
    this.clock = clock;
  }

  /**
   * Settles and decides.
   *
   * @return empty where nothing was live, or the guard has moved: judge anew
   */
  Optional<Refusal> decide(PersonKey person, Guard seen, Verdict.Conflict conflict) {
    return switch (seen) {
      case Guard.Live live -> decideLive(person, live, conflict);
      case Guard.Slot slot -> decideSlot(person, slot, conflict);
      case Guard.Lease lease -> decided(guards.decide(person, lease, conflict.leaves()), conflict);
      case Guard.Block block -> Optional.empty();
    };
  }

  private Optional<Refusal> decideLive(
      PersonKey person, Guard.Live live, Verdict.Conflict conflict) {
    Order running = live.running();
    return switch (settlement.settle(person, running, AfterEnd.SLOT_OR_FREE)) {
      case Settled.Live stillLive -> killBoth(person, live, conflict);
      case Settled.Missing(Instant believedFrom) ->
          Optional.of(Refusal.until(Reason.RFA4_SIGNING_IN_PROGRESS, believedFrom));
      case Settled.Undecided(BankId.Fault fault) ->
          Optional.of(Refusals.bankId(fault, clock.instant()));
      case Settled.Failed failed -> Optional.empty();
      case Settled.Signed signed -> Optional.empty();
      case Settled.Errored errored -> Optional.empty();
      case Settled.Superseded superseded -> Optional.empty();
    };
  }

  private Optional<Refusal> killBoth(PersonKey person, Guard.Live live, Verdict.Conflict conflict) {
    Guards.Decided decided = guards.decide(person, live, conflict.leaves());
    switch (decided) {
      case DONE -> settlement.end(person, live.running(), AfterEnd.CALLER_FREES);
      case ORDER_ABANDONED -> settlement.end(person, live.running(), AfterEnd.SLOT_OR_FREE);
      case GUARD_MOVED -> {}
    }
    return decided(decided, conflict);
  }

  /** Rule F7: the order that the slot names is ended before the slot becomes a block. */
  private Optional<Refusal> decideSlot(
      PersonKey person, Guard.Slot slot, Verdict.Conflict conflict) {
    Optional<Settled> ended =
        slot.order().map(order -> settlement.end(person, order, AfterEnd.CALLER_FREES));
    if (ended.isPresent()) {
      switch (ended.get()) {
        case Settled.Signed signed -> {
          return Optional.empty();
        }
        case Settled.Missing(Instant believedFrom) -> {
          return Optional.of(Refusal.until(Reason.RFA4_SIGNING_IN_PROGRESS, believedFrom));
        }
        case Settled.Undecided(BankId.Fault fault) -> {
          return Optional.of(Refusals.bankId(fault, clock.instant()));
        }
        case Settled.Live live -> {
          return Optional.of(Refusals.bankId(new BankId.Fault.Unexpected(), clock.instant()));
        }
        case Settled.Failed failed -> {}
        case Settled.Errored errored -> {}
        case Settled.Superseded superseded -> {}
      }
    }
    return decided(guards.decide(person, slot, conflict.leaves()), conflict);
  }

  private static Optional<Refusal> decided(Guards.Decided decided, Verdict.Conflict conflict) {
    return switch (decided) {
      case DONE -> Optional.of(refusal(conflict));
      case GUARD_MOVED, ORDER_ABANDONED -> Optional.empty();
    };
  }

  /** A slot lets the same address in at once; only a block has a time to wait for. */
  private static Refusal refusal(Verdict.Conflict conflict) {
    return conflict.kind() == ConflictKind.SAME_IP
        ? Refusal.of(Reason.RFA4_SIGNING_IN_PROGRESS)
        : Refusal.until(Reason.RFA4_SIGNING_IN_PROGRESS, conflict.leaves().expiresAt());
  }
}
