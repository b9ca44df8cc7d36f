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
  static Optional<Refusal> unended(OrderResult settled, Instant now) {
    return switch (settled) {
      case OrderResult.Missing(Instant believedFrom) ->
          Optional.of(
              Refusal.until(Reason.RFA4_SIGNING_IN_PROGRESS, believedFrom)
                  .by(Refusal.Cause.MISSING));
      case OrderResult.Undecided(BankId.Fault fault) -> Optional.of(bankId(fault, now));
      case OrderResult.Queued() -> Optional.of(overtime(now));
      case OrderResult.Live live -> Optional.empty();
      case OrderResult.Failed failed -> Optional.empty();
      case OrderResult.Signed signed -> Optional.empty();
      case OrderResult.Errored errored -> Optional.empty();
      case OrderResult.Superseded superseded -> Optional.empty();
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
