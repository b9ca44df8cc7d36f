package com.enterprisesigning.signing;

import com.enterprisesigning.conflict.Contender;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.Attempt;
import com.enterprisesigning.domain.Launch;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.Participant;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.store.FollowUpMessage;
import com.enterprisesigning.store.FollowUpQueue;
import com.enterprisesigning.store.Guards;
import com.enterprisesigning.store.QueueUnavailable;
import com.enterprisesigning.store.Signings;
import com.enterprisesigning.store.StoreUnavailable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Activates a newly created order for its participant, or ends the order (steps 5 and 6 of {@code
 * docs/architecture.md#start}; rules F3 and F8).
 */
final class Activation {
  private final Signings signings;
  private final Guards guards;
  private final Settlement settlement;
  private final FollowUpQueue queue;
  private final Timing timing;
  private final Clock clock;

  Activation(
      Signings signings,
      Guards guards,
      Settlement settlement,
      FollowUpQueue queue,
      Timing timing,
      Clock clock) {
    this.signings = signings;
    this.guards = guards;
    this.settlement = settlement;
    this.queue = queue;
    this.timing = timing;
    this.clock = clock;
  }

  /**
   * Activates the order. Must be called as soon as BankID has answered, because the QR code counts
   * its seconds from here.
   */
  Outcome<Signing> activate(
      Participant participant,
      Contender contender,
      String orderRef,
      Optional<Launch> launch,
      Deadline deadline) {
    Instant startedAt = clock.instant();
    PersonKey person = participant.details().personKey();
    Order order = order(contender, orderRef);
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
    try {
      queue.send(new FollowUpMessage.Settle(person, order, startedAt), timing.followUp());
    } catch (QueueUnavailable e) {
      // An order that cannot be followed up must not keep running.
      endOwn(person, contender, attempt, deadline);
      return Outcome.refused(Refusal.unavailable(clock.instant()));
    }
    boolean isActive;
    try {
      isActive =
          guards.activate(person, new Guard.Live(contender, order, windowEnd), attempt, tokenRead);
    } catch (StoreUnavailable e) {
      return afterLostReply(participant, contender, attempt, deadline);
    }
    if (isActive) {
      return Outcome.answered(participant.signing().started(attempt));
    }
    return overtaken(person, contender, attempt, deadline);
  }

  private static Order order(Contender contender, String orderRef) {
    return new Order(
        contender.participantId(),
        contender.token(),
        orderRef,
        contender.channel(),
        contender.endUserIp());
  }

  /** Reads the table to find out whether a transaction without a reply was applied. */
  private Outcome<Signing> afterLostReply(
      Participant participant, Contender contender, Attempt attempt, Deadline deadline) {
    PersonKey person = participant.details().personKey();
    try {
      boolean guardIsMine =
          guards
              .guard(person)
              .filter(guard -> guard instanceof Guard.Live)
              .filter(guard -> guard.holder().token().equals(attempt.token()))
              .isPresent();
      boolean signingIsMine =
          signings
              .signing(contender.participantId())
              .flatMap(Signing::token)
              .filter(attempt.token()::equals)
              .isPresent();
      if (guardIsMine && signingIsMine) {
        return Outcome.answered(participant.signing().started(attempt));
      }
    } catch (StoreUnavailable e) {
      // The table cannot be reached. An order that may be missing from it must not keep running.
      endOwn(person, contender, attempt, deadline);
      throw e;
    }
    return overtaken(person, contender, attempt, deadline);
  }

  private Outcome<Signing> overtaken(
      PersonKey person, Contender contender, Attempt attempt, Deadline deadline) {
    endOwn(person, contender, attempt, deadline);
    return Outcome.refused(Refusal.of(Reason.RFA4_SIGNING_IN_PROGRESS).by(Refusal.Cause.OVERTAKEN));
  }

  /**
   * Ends an order that was not activated (rule F8). If BankID does not confirm the end, the
   * follow-up ends the order, and so does the next start that takes the guard if the lease stands
   * and names it. A conflict may have put a block or a slot in the lease's place; that guard stays
   * as it is.
   */
  private void endOwn(PersonKey person, Contender contender, Attempt attempt, Deadline deadline) {
    Order order = order(contender, attempt.orderRef());
    FollowUpMessage end = new FollowUpMessage.End(person, order, attempt.startedAt());
    boolean isEnded;
    try {
      isEnded =
          switch (settlement.endKeepingGuard(person, order, deadline)) {
            case OrderResult.Undecided undecided -> false;
            case OrderResult.Missing missing -> false;
            default -> true;
          };
    } catch (StoreUnavailable e) {
      // Nothing else may name the order: the queue must.
      endLater(end);
      throw e;
    }
    if (!isEnded) {
      endLater(end);
    }
    guards.release(
        person, order.token(), isEnded ? Optional.empty() : Optional.of(unended(contender, order)));
  }

  private void endLater(FollowUpMessage end) {
    try {
      queue.send(end, List.of(Timing.END_DELAY));
    } catch (QueueUnavailable e) {
      // A SETTLE message that the queue has accepted ends the order. If the lease still stands, so
      // does the next start that takes the guard.
    }
  }

  /** Returns a lease that has expired but names an order that has not ended. */
  private Guard unended(Contender contender, Order order) {
    Instant now = clock.instant();
    return new Guard.Lease(contender, now, now, Optional.of(order));
  }
}
