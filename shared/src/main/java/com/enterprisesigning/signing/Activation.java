package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.Launch;
import com.enterprisesigning.conflict.Contender;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.conflict.Order;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes a created order the participant's, or ends it (design section 5, steps 6 and 7; rules F3
 * and F8).
 */
final class Activation {
  private final Signings signings;
  private final Guards guards;
  private final Settlement settlement;
  private final Timing timing;
  private final Clock clock;

  Activation(Signings signings, Guards guards, Settlement settlement, Timing timing, Clock clock) {
    this.signings = signings;
    this.guards = guards;
    this.settlement = settlement;
    this.timing = timing;
    this.clock = clock;
  }

  /** Call it at once when BankID has answered: the QR code counts its seconds from here. */
  Outcome<Signing> activate(
      Participant participant, Contender contender, String orderRef, Optional<Launch> launch) {
    Instant startedAt = clock.instant();
    PersonKey person = participant.details().personKey();
    Order order =
        new Order(
            contender.participantId(),
            contender.token(),
            orderRef,
            contender.channel(),
            contender.endUserIp());
    Instant windowEnd = startedAt.plus(timing.signingWindow());
    Attempt attempt =
        new Attempt(
            contender.token(),
            contender.channel(),
            contender.endUserIp(),
            orderRef,
            launch,
            startedAt,
            windowEnd);
    Optional<UUID> tokenRead = participant.signing().token();
    boolean isActive;
    try {
      isActive =
          guards.activate(person, new Guard.Live(contender, order, windowEnd), attempt, tokenRead);
    } catch (StoreUnavailable e) {
      return afterLostReply(participant, attempt, order);
    }
    if (isActive) {
      return Outcome.answered(participant.signing().started(attempt));
    }
    endOwn(person, order);
    return Outcome.refused(Refusal.of(Reason.RFA4_SIGNING_IN_PROGRESS));
  }

  /** Nobody knows whether the transaction was made: the table does. */
  private Outcome<Signing> afterLostReply(Participant participant, Attempt attempt, Order order) {
    PersonKey person = participant.details().personKey();
    try {
      boolean guardIsMine =
          guards
              .guard(person)
              .filter(guard -> guard instanceof Guard.Live)
              .filter(guard -> guard.holder().token().equals(order.token()))
              .isPresent();
      boolean signingIsMine =
          signings
              .signing(order.participantId())
              .flatMap(Signing::token)
              .filter(order.token()::equals)
              .isPresent();
      if (guardIsMine && signingIsMine) {
        return Outcome.answered(participant.signing().started(attempt));
      }
    } catch (StoreUnavailable e) {
      // The table is away: an order that nobody may find in it must not run on.
      endOwn(person, order);
      throw e;
    }
    endOwn(person, order);
    return Outcome.refused(Refusal.of(Reason.RFA4_SIGNING_IN_PROGRESS));
  }

  /** Rule F8: an order that was not activated is ended as everyone ends one. */
  private void endOwn(PersonKey person, Order order) {
    settlement.end(person, order, AfterEnd.CALLER_FREES);
    guards.release(person, order.token(), Optional.empty());
  }
}
