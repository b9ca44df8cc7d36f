package com.enterprisesigning.signing;

import com.enterprisesigning.conflict.ConflictRules;
import com.enterprisesigning.conflict.Contender;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.conflict.Order;
import com.enterprisesigning.conflict.PersonKey;
import com.enterprisesigning.conflict.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Handles a start that was refused by a guard ({@code docs/architecture.md#conflict}). */
final class Encounter {
  private final Signings signings;
  private final ConflictRules rules;
  private final ConflictDecision conflictDecision;
  private final Settlement settlement;
  private final Clock clock;

  Encounter(
      Signings signings,
      ConflictRules rules,
      ConflictDecision conflictDecision,
      Settlement settlement,
      Clock clock) {
    this.signings = signings;
    this.rules = rules;
    this.conflictDecision = conflictDecision;
    this.settlement = settlement;
    this.clock = clock;
  }

  /**
   * Evaluates the guard by the rules and acts on the verdict.
   *
   * @return empty if the start must begin its next round
   */
  Optional<Outcome<Signing>> met(Participant participant, Contender contender, Guard guard) {
    PersonKey person = participant.details().personKey();
    Instant now = clock.instant();
    return switch (rules.judge(Optional.of(guard), contender, now)) {
      case Verdict.Free free -> Optional.empty();
      case Verdict.Blocked(Instant until) ->
          refused(Refusal.until(Reason.RFA4_SIGNING_IN_PROGRESS, until).by(Refusal.Cause.BLOCKED));
      case Verdict.InProgress inProgress ->
          refused(Refusal.until(Reason.REQUEST_IN_PROGRESS, now.plus(Timing.RACE_RETRY)));
      case Verdict.KeyReused keyReused -> refused(Refusal.of(Reason.IDEMPOTENCY_KEY_REUSED));
      case Verdict.Replay(Guard.Live live) -> replay(person, live.running());
      case Verdict.Conflict conflict ->
          conflictDecision.decide(person, guard, conflict).map(Outcome::refused);
    };
  }

  /** Answers a repeated call with the order that it created (rule F10). */
  private Optional<Outcome<Signing>> replay(PersonKey person, Order order) {
    Optional<Signing> signing =
        signings
            .signing(order.participantId())
            .filter(found -> found.token().equals(Optional.of(order.token())));
    return switch (signing.map(Signing::status).orElse(SigningStatus.CREATED)) {
      case INITIATED, PENDING -> signing.map(Outcome::answered);
      case CREATED -> Optional.empty();
      case ENDING, COMPLETE, FAILED, COLLECT_ERROR -> {
        settlement.free(person, order, signing.orElseThrow());
        yield Optional.empty();
      }
    };
  }

  private static Optional<Outcome<Signing>> refused(Refusal refusal) {
    return Optional.of(Outcome.refused(refusal));
  }
}
