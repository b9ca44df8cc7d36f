package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.BankId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The refusals that several calls share. */
final class Refusals {
  private Refusals() {}

  /**
   * Refuses a start that lost every round. It changed nothing, and the next call will find what the
   * winner did.
   */
  static Refusal lostRace(Instant now) {
    return Refusal.until(Reason.RFA4_SIGNING_IN_PROGRESS, now.plus(Timing.RACE_RETRY))
        .by(Refusal.Cause.OVERTAKEN);
  }

  /** Refuses a call that used up its time waiting. */
  static Refusal overtime(Instant now) {
    return Refusal.until(Reason.RFA5_BANKID_UNAVAILABLE, now.plus(Timing.OVERTIME_RETRY));
  }

  /**
   * Returns the refusal for an order whose outcome is unknown or not yet stored, and empty for any
   * other order.
   */
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

  /** Refuses a call because BankID did not do what a start or cancel needed. */
  static Refusal bankId(BankId.Fault fault, Instant now) {
    return switch (fault) {
      case BankId.Fault.Unavailable(Duration retryAfter) ->
          Refusal.until(Reason.RFA5_BANKID_UNAVAILABLE, now.plus(retryAfter));
      case BankId.Fault.Unexpected() -> Refusal.of(Reason.RFA5_BANKID_ERROR);
    };
  }
}
