package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.conflict.Ruling;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Describes why a call was refused.
 *
 * @param retryAt when the same call may first succeed, if known
 * @param cause what the call met, if the reason alone does not say
 */
public record Refusal(Reason reason, Optional<Instant> retryAt, Optional<Cause> cause) {

  /** The cause of {@link Reason#RFA4_SIGNING_IN_PROGRESS}: what the call met. */
  public enum Cause {
    /** A running order from the same IP address, which has been ended. */
    SAME_IP,
    /**
     * A running order from a different IP address, which has been ended, or the slot of an ended
     * order. The person is blocked.
     */
    DIFFERENT_IPS,
    /** A phone start met a running phone order, which has been ended. The person is blocked. */
    PHONE,
    /**
     * A phone start met a running order of /start, or the other way round. The order has been
     * ended, and the person is blocked.
     */
    MIXED,
    /** A block, which does not change. */
    BLOCKED,
    /** An order that the person has elsewhere. BankID has ended it. */
    ELSEWHERE,
    /** An order that BankID does not recognize. Another call may hold its completion (rule F4). */
    MISSING,
    /** Other calls for the same person that were faster. */
    OVERTAKEN;

    static Cause of(Ruling.Conflict.Kind kind) {
      return switch (kind) {
        case SAME_IP -> SAME_IP;
        case DIFFERENT_IPS -> DIFFERENT_IPS;
        case PHONE -> PHONE;
        case MIXED -> MIXED;
      };
    }
  }

  public static Refusal of(Reason reason) {
    return new Refusal(reason, Optional.empty(), Optional.empty());
  }

  public static Refusal until(Reason reason, Instant retryAt) {
    return new Refusal(reason, Optional.of(retryAt), Optional.empty());
  }

  /**
   * Refuses a start that lost every round. It changed nothing, and the next call will find what the
   * winner did.
   */
  static Refusal lostRace(Instant now) {
    return until(Reason.RFA4_SIGNING_IN_PROGRESS, now.plus(Timing.RACE_RETRY)).by(Cause.OVERTAKEN);
  }

  /** Refuses a call that cannot be finished now, because too little time is left. */
  static Refusal overtime(Instant now) {
    return until(Reason.RFA5_BANKID_UNAVAILABLE, now.plus(Timing.OVERTIME_RETRY));
  }

  /** Refuses a call that the table, the queue or Secrets Manager did not answer. */
  public static Refusal unavailable(Instant now) {
    return until(Reason.SERVICE_UNAVAILABLE, now.plus(Timing.OVERTIME_RETRY));
  }

  /**
   * Returns the refusal for an order whose outcome is unknown or not yet stored, and empty for any
   * other order.
   */
  static Optional<Refusal> unended(OrderResult settled, Instant now) {
    return switch (settled) {
      case OrderResult.Missing(Instant believedFrom) ->
          Optional.of(until(Reason.RFA4_SIGNING_IN_PROGRESS, believedFrom).by(Cause.MISSING));
      case OrderResult.Undecided(BankId.Fault fault) -> Optional.of(bankId(fault, now));
      case OrderResult.Kept kept -> Optional.of(unavailable(now));
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
          until(Reason.RFA5_BANKID_UNAVAILABLE, now.plus(retryAfter));
      case BankId.Fault.Refused() -> of(Reason.BANKID_REFUSED);
      case BankId.Fault.Unexpected() -> of(Reason.RFA5_BANKID_ERROR);
    };
  }

  /** Returns the same refusal with its cause. */
  Refusal by(Cause met) {
    return new Refusal(reason, retryAt, Optional.of(met));
  }
}
