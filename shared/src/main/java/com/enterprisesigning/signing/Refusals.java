package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.BankId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The refusals that several calls share. */
final class Refusals {
  private Refusals() {}

  /** Three lost rounds: nothing changed, and the next call will find the winner's doing. */
  static Refusal lostRace(Instant now) {
    return Refusal.until(Reason.RFA4_SIGNING_IN_PROGRESS, now.plus(Timing.RACE_RETRY))
        .by(Refusal.Cause.OVERTAKEN);
  }

  /** What was to be waited for took all the time there was. */
  static Refusal overtime(Instant now) {
    return Refusal.until(Reason.RFA5_BANKID_UNAVAILABLE, now.plus(Timing.OVERTIME_RETRY));
  }

  /** Why nothing can be done about an order that does not turn out to have ended. */
  static Optional<Refusal> unended(Settled settled, Instant now) {
    return switch (settled) {
      case Settled.Missing(Instant believedFrom) ->
          Optional.of(
              Refusal.until(Reason.RFA4_SIGNING_IN_PROGRESS, believedFrom)
                  .by(Refusal.Cause.MISSING));
      case Settled.Undecided(BankId.Fault fault) -> Optional.of(bankId(fault, now));
      case Settled.Queued() -> Optional.of(overtime(now));
      case Settled.Live live -> Optional.empty();
      case Settled.Failed failed -> Optional.empty();
      case Settled.Signed signed -> Optional.empty();
      case Settled.Errored errored -> Optional.empty();
      case Settled.Superseded superseded -> Optional.empty();
    };
  }

  /** BankID did not do what a start or cancel needed. */
  static Refusal bankId(BankId.Fault fault, Instant now) {
    return switch (fault) {
      case BankId.Fault.Unavailable(Duration retryAfter) ->
          Refusal.until(Reason.RFA5_BANKID_UNAVAILABLE, now.plus(retryAfter));
      case BankId.Fault.Unexpected() -> Refusal.of(Reason.RFA5_BANKID_ERROR);
    };
  }
}
