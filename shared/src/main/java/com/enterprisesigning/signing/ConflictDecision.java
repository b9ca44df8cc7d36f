package com.enterprisesigning.signing;

import com.enterprisesigning.conflict.ConflictKind;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.conflict.Order;
import com.enterprisesigning.conflict.PersonKey;
import com.enterprisesigning.conflict.Verdict;
import java.time.Clock;
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
    Settled settled = settlement.settle(person, running, AfterEnd.SLOT_OR_FREE);
    return settled instanceof Settled.Live
        ? killBoth(person, live, conflict)
        : Refusals.unended(settled, clock.instant());
  }

  private Optional<Refusal> killBoth(PersonKey person, Guard.Live live, Verdict.Conflict conflict) {
    Guards.Decided decided = guards.decide(person, live, conflict.leaves());
    switch (decided) {
      case DONE -> endLoser(person, live.running());
      case ORDER_ABANDONED -> settlement.end(person, live.running(), AfterEnd.SLOT_OR_FREE);
      case GUARD_MOVED -> {}
    }
    return decided(decided, conflict);
  }

  /**
   * The conflict stands, whether the loser's end can be recorded or not: it is ENDING, which the
   * follow-up or the next taker sees to.
   */
  private void endLoser(PersonKey person, Order loser) {
    try {
      settlement.end(person, loser, AfterEnd.CALLER_FREES);
    } catch (CompletionLost e) {
      throw e;
    } catch (StoreUnavailable e) {
      // Nothing else is lost with it.
    }
  }

  /** Rule F7: the order that the slot names is ended before the slot becomes a block. */
  private Optional<Refusal> decideSlot(
      PersonKey person, Guard.Slot slot, Verdict.Conflict conflict) {
    Optional<Settled> ended =
        slot.order().map(order -> settlement.end(person, order, AfterEnd.CALLER_FREES));
    if (ended.isPresent() && ended.get() instanceof Settled.Signed) {
      return Optional.empty();
    }
    Optional<Refusal> unended =
        ended.flatMap(settled -> Refusals.unended(settled, clock.instant()));
    if (unended.isPresent()) {
      return unended;
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
    Refusal refusal =
        conflict.kind() == ConflictKind.SAME_IP
            ? Refusal.of(Reason.RFA4_SIGNING_IN_PROGRESS)
            : Refusal.until(Reason.RFA4_SIGNING_IN_PROGRESS, conflict.leaves().expiresAt());
    return refusal.by(Refusal.Cause.of(conflict.kind()));
  }
}
