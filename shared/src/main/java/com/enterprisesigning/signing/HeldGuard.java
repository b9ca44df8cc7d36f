package com.enterprisesigning.signing;

import com.enterprisesigning.conflict.ConflictRules;
import com.enterprisesigning.conflict.Contender;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.conflict.Ruling;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.Participant;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.store.Guards;
import com.enterprisesigning.store.Signings;
import com.enterprisesigning.store.StoreUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Answers a start that found the person's guard held ({@code docs/architecture.md#conflict}):
 * {@link ConflictRules} judges the guard, and this class carries out the ruling. In a conflict, a
 * live order is settled first; if it has ended, there is no conflict. A lease or a slot needs no
 * settling, but the order that a slot names is ended first (rule F7).
 *
 * <p>If the call crashes after it has recorded the conflict, the loser is ENDING and the guard
 * names its order. The loser is ended by the follow-up, by the next start that takes the guard, or
 * by the next start or cancel of its participant.
 */
final class HeldGuard {
  private final Signings signings;
  private final Guards guards;
  private final ConflictRules rules;
  private final Settlement settlement;
  private final Clock clock;

  HeldGuard(
      Signings signings, Guards guards, ConflictRules rules, Settlement settlement, Clock clock) {
    this.signings = signings;
    this.guards = guards;
    this.rules = rules;
    this.settlement = settlement;
    this.clock = clock;
  }

  /** Refuses the start, answers it with the order that it created before, or lets it try again. */
  Round answer(Participant participant, Contender contender, Guard guard, Deadline deadline) {
    PersonKey person = participant.details().personKey();
    Instant now = clock.instant();
    return switch (rules.judge(Optional.of(guard), contender, now)) {
      case Ruling.Free free -> new Round.Again();
      case Ruling.Blocked(Instant until) ->
          Round.refused(
              Refusal.until(Reason.RFA4_SIGNING_IN_PROGRESS, until).by(Refusal.Cause.BLOCKED));
      case Ruling.InProgress(Guard.Lease lease) ->
          Round.refused(Refusal.until(Reason.REQUEST_IN_PROGRESS, retryAt(lease, now)));
      case Ruling.KeyReused keyReused -> Round.refused(Refusal.of(Reason.IDEMPOTENCY_KEY_REUSED));
      case Ruling.Replay(Guard.Live live) -> replay(person, live.running());
      case Ruling.Conflict conflict ->
          switch (guard) {
            case Guard.Live live -> withLive(person, live, contender, conflict, deadline);
            case Guard.Slot slot -> withSlot(person, slot, contender, conflict, deadline);
            case Guard.Lease lease -> recordAndRefuse(person, lease, contender, conflict);
            // The rules never call a block a conflict: it is Blocked, and no call changes it.
            case Guard.Block block -> new Round.Again();
          };
    };
  }

  /**
   * Returns when to ask again for the start that holds the lease. The wait doubles, because a start
   * that has died holds the lease until it expires.
   */
  private static Instant retryAt(Guard.Lease lease, Instant now) {
    Instant later = now.plus(Duration.between(lease.reservedAt(), now));
    Instant capped = later.isBefore(lease.expiresAt()) ? later : lease.expiresAt();
    Instant earliest = now.plus(Timing.RACE_RETRY);
    return capped.isBefore(earliest) ? earliest : capped;
  }

  /** Answers a repeated call with the order that it created (rule F10). */
  private Round replay(PersonKey person, Order order) {
    Optional<Signing> signing =
        signings
            .signing(order.participantId())
            .filter(found -> found.token().equals(Optional.of(order.token())));
    return switch (signing.map(Signing::status).orElse(SigningStatus.CREATED)) {
      case INITIATED, PENDING -> new Round.Over(Outcome.answered(signing.orElseThrow()));
      case CREATED -> new Round.Again();
      case ENDING, COMPLETE, FAILED, COLLECT_ERROR -> {
        settlement.free(person, order, signing.orElseThrow());
        yield new Round.Again();
      }
    };
  }

  private Round withLive(
      PersonKey person,
      Guard.Live live,
      Contender contender,
      Ruling.Conflict conflict,
      Deadline deadline) {
    OrderResult settled = settlement.settle(person, live.running(), deadline);
    return settled instanceof OrderResult.Live
        ? recordAndEndLoser(person, live, contender, conflict, deadline)
        : unended(settled).orElseGet(Round.Again::new);
  }

  private Round recordAndEndLoser(
      PersonKey person,
      Guard.Live live,
      Contender contender,
      Ruling.Conflict conflict,
      Deadline deadline) {
    Guards.Recorded recorded = guards.recordConflict(person, live, conflict.leaves());
    switch (recorded) {
      case Guards.Recorded.Done() -> endLoser(person, live.running(), deadline);
      case Guards.Recorded.OrderNotRunning() ->
          settlement.endAndFree(person, live.running(), deadline);
      case Guards.Recorded.GuardMoved moved -> {}
    }
    return round(recorded, live, contender, conflict);
  }

  /**
   * Ends the loser at BankID. The conflict stands even if this end cannot be recorded. The loser is
   * ENDING, and the follow-up or the next start that takes the guard ends it.
   */
  private void endLoser(PersonKey person, Order loser, Deadline deadline) {
    try {
      settlement.endKeepingGuard(person, loser, deadline);
    } catch (CompletionLost e) {
      throw e;
    } catch (StoreUnavailable e) {
      // The conflict is already recorded.
    }
  }

  /** Ends the order that the slot names, before the slot becomes a block (rule F7). */
  private Round withSlot(
      PersonKey person,
      Guard.Slot slot,
      Contender contender,
      Ruling.Conflict conflict,
      Deadline deadline) {
    Optional<OrderResult> ended =
        slot.order().map(order -> settlement.endKeepingGuard(person, order, deadline));
    if (ended.isPresent() && ended.get() instanceof OrderResult.Signed) {
      return new Round.Again();
    }
    return ended
        .flatMap(this::unended)
        .orElseGet(() -> recordAndRefuse(person, slot, contender, conflict));
  }

  private Optional<Round> unended(OrderResult settled) {
    return Refusal.unended(settled, clock.instant()).map(Round::refused);
  }

  private Round recordAndRefuse(
      PersonKey person, Guard seen, Contender contender, Ruling.Conflict conflict) {
    return round(guards.recordConflict(person, seen, conflict.leaves()), seen, contender, conflict);
  }

  private Round round(
      Guards.Recorded recorded, Guard seen, Contender contender, Ruling.Conflict conflict) {
    return switch (recorded) {
      case Guards.Recorded.Done() -> Round.refused(refusal(conflict));
      case Guards.Recorded.GuardMoved(Optional<Guard> standing) ->
          standing.map(guard -> overtaken(seen, guard, contender)).orElseGet(Round.Again::new);
      case Guards.Recorded.OrderNotRunning() -> new Round.Again();
    };
  }

  /**
   * Continues a start after another call has changed the guard. Answers 409 if the start that this
   * one met is over, and only starts from the same IP compete now. Otherwise the next round judges
   * the guard that stands.
   */
  private Round overtaken(Guard seen, Guard standing, Contender contender) {
    Instant now = clock.instant();
    boolean givesWay =
        switch (rules.judge(Optional.of(standing), contender, now)) {
          case Ruling.Free free -> standing instanceof Guard.Slot;
          case Ruling.Conflict conflict ->
              conflict.kind() == Ruling.Conflict.Kind.SAME_IP
                  && !standing.holder().token().equals(seen.holder().token());
          case Ruling.Blocked blocked -> false;
          case Ruling.InProgress inProgress -> false;
          case Ruling.KeyReused keyReused -> false;
          case Ruling.Replay replay -> false;
        };
    return givesWay ? Round.refused(Refusal.lostRace(now)) : new Round.Met(standing);
  }

  /**
   * Returns the refusal for a conflict, which {@code http} answers with 409. Only a block has a
   * time to wait for; a slot lets the same address in at once.
   */
  private static Refusal refusal(Ruling.Conflict conflict) {
    Refusal refusal =
        conflict.kind() == Ruling.Conflict.Kind.SAME_IP
            ? Refusal.of(Reason.RFA4_SIGNING_IN_PROGRESS)
            : Refusal.until(Reason.RFA4_SIGNING_IN_PROGRESS, conflict.leaves().expiresAt());
    return refusal.by(Refusal.Cause.of(conflict.kind()));
  }
}
