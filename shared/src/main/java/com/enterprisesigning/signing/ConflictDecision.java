package com.enterprisesigning.signing;

import com.enterprisesigning.conflict.ConflictKind;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.conflict.Ruling;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.store.Guards;
import com.enterprisesigning.store.StoreUnavailable;
import java.time.Clock;
import java.util.Optional;

/**
 * Handles a start that the rules call a conflict ({@code docs/architecture.md#conflict}). A live
 * order is settled first; if it has ended, there is no conflict. A lease and a slot are conflicts
 * as they stand, and the order that a slot names is ended first (F7).
 *
 * <p>If the call crashes after the decision, the loser is ENDING and the guard names it. The next
 * start that takes the guard ends it, or the next start or cancel of the loser's participant.
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
   * Settles the running order and decides the conflict.
   *
   * @return empty if nothing was live or the guard has changed: the start must be evaluated again
   */
  Optional<Refusal> decide(PersonKey person, Guard seen, Ruling.Conflict conflict) {
    return switch (seen) {
      case Guard.Live live -> decideLive(person, live, conflict);
      case Guard.Slot slot -> decideSlot(person, slot, conflict);
      case Guard.Lease lease -> decided(guards.decide(person, lease, conflict.leaves()), conflict);
      case Guard.Block block -> Optional.empty();
    };
  }

  private Optional<Refusal> decideLive(
      PersonKey person, Guard.Live live, Ruling.Conflict conflict) {
    Order running = live.running();
    OrderResult settled = settlement.settle(person, running, AfterEnd.SLOT_OR_FREE);
    return settled instanceof OrderResult.Live
        ? killBoth(person, live, conflict)
        : Refusals.unended(settled, clock.instant());
  }

  private Optional<Refusal> killBoth(PersonKey person, Guard.Live live, Ruling.Conflict conflict) {
    Guards.Decided decided = guards.decide(person, live, conflict.leaves());
    switch (decided) {
      case DONE -> endLoser(person, live.running());
      case ORDER_ABANDONED -> settlement.end(person, live.running(), AfterEnd.SLOT_OR_FREE);
      case GUARD_MOVED -> {}
    }
    return decided(decided, conflict);
  }

  /**
   * Ends the loser at BankID. The conflict stands even if this end cannot be recorded. The loser is
   * ENDING, and the follow-up or the next start that takes the guard ends it.
   */
  private void endLoser(PersonKey person, Order loser) {
    try {
      settlement.end(person, loser, AfterEnd.CALLER_FREES);
    } catch (CompletionLost e) {
      throw e;
    } catch (StoreUnavailable e) {
      // Nothing else is lost.
    }
  }

  /** Ends the order that the slot names, before the slot becomes a block (rule F7). */
  private Optional<Refusal> decideSlot(
      PersonKey person, Guard.Slot slot, Ruling.Conflict conflict) {
    Optional<OrderResult> ended =
        slot.order().map(order -> settlement.end(person, order, AfterEnd.CALLER_FREES));
    if (ended.isPresent() && ended.get() instanceof OrderResult.Signed) {
      return Optional.empty();
    }
    Optional<Refusal> unended =
        ended.flatMap(settled -> Refusals.unended(settled, clock.instant()));
    if (unended.isPresent()) {
      return unended;
    }
    return decided(guards.decide(person, slot, conflict.leaves()), conflict);
  }

  private static Optional<Refusal> decided(Guards.Decided decided, Ruling.Conflict conflict) {
    return switch (decided) {
      case DONE -> Optional.of(refusal(conflict));
      case GUARD_MOVED, ORDER_ABANDONED -> Optional.empty();
    };
  }

  /**
   * Returns the refusal for a conflict. Only a block has a time to wait for; a slot lets the same
   * address in at once.
   */
  private static Refusal refusal(Ruling.Conflict conflict) {
    Refusal refusal =
        conflict.kind() == ConflictKind.SAME_IP
            ? Refusal.of(Reason.RFA4_SIGNING_IN_PROGRESS)
            : Refusal.until(Reason.RFA4_SIGNING_IN_PROGRESS, conflict.leaves().expiresAt());
    return refusal.by(Refusal.Cause.of(conflict.kind()));
  }
}
