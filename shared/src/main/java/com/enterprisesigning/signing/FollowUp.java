package com.enterprisesigning.signing;

import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.store.FollowUpMessage;
import com.enterprisesigning.store.FollowUpQueue;
import com.enterprisesigning.store.Guards;
import com.enterprisesigning.store.QueueUnavailable;
import com.enterprisesigning.store.Signings;
import com.enterprisesigning.store.StoreUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Handles orders that no caller comes back for ({@code docs/architecture.md#follow-up}; rule F9).
 * It settles orders that are not collected, ends orders whose start died, and stores completions
 * that the table did not accept. When an order is over, it has the evidence stamped. Every message
 * may arrive twice, and late.
 */
public final class FollowUp {
  private final Signings signings;
  private final Guards guards;
  private final Settlement settlement;
  private final TimeStamping timeStamping;
  private final FollowUpQueue queue;
  private final Timing timing;
  private final Clock clock;

  FollowUp(
      Signings signings,
      Guards guards,
      Settlement settlement,
      TimeStamping timeStamping,
      FollowUpQueue queue,
      Timing timing,
      Clock clock) {
    this.signings = signings;
    this.guards = guards;
    this.settlement = settlement;
    this.timeStamping = timeStamping;
    this.queue = queue;
    this.timing = timing;
    this.clock = clock;
  }

  /** The result of handling a message. In every case the message must then be deleted. */
  public enum Followed {
    /** There is nothing more to do. */
    DONE,
    /** The message was sent again, with a delay. */
    AGAIN,
    /**
     * The order was never found to have ended, and BankID has forgotten it by now; or no authority
     * has stamped its evidence for days.
     */
    GIVEN_UP
  }

  /**
   * Handles a message.
   *
   * @throws StoreUnavailable if the table could not be reached; the message must be delivered again
   * @throws QueueUnavailable if the message could not be sent again; it must be delivered again
   * @throws MismatchedOrder if no start sent the message; it belongs in the dead-letter queue
   */
  public Followed follow(FollowUpMessage message, Deadline deadline) {
    Optional<Signing> own = own(message);
    return switch (message) {
      case FollowUpMessage.Settle(PersonKey person, Order order, Instant createdAt) ->
          isSettled(own, person, order, createdAt, deadline)
              ? stampSettled(person, order, createdAt, deadline)
              : again(message, order, createdAt);
      case FollowUpMessage.End(PersonKey person, Order order, Instant createdAt) ->
          isEnded(person, order, deadline)
              ? stamp(person, order, clock.instant(), deadline)
              : again(message, order, createdAt);
      case FollowUpMessage.Stamp(PersonKey person, Order order, Instant since) ->
          stamp(person, order, since, deadline);
      case FollowUpMessage.Store store -> store(store, deadline);
    };
  }

  /**
   * Returns the signing whose newest attempt the message is about. An attempt has exactly one
   * order. A message that names another order was not sent by a start, and must not touch the
   * attempt.
   */
  private Optional<Signing> own(FollowUpMessage message) {
    Order order = message.order();
    Optional<Signing> own =
        signings
            .signing(order.participantId())
            .filter(signing -> signing.token().equals(Optional.of(order.token())));
    if (own.isPresent() && !isAbout(message, own.get())) {
      throw new MismatchedOrder(order.participantId());
    }
    return own;
  }

  private static boolean isAbout(FollowUpMessage message, Signing signing) {
    return signing.personKey().equals(message.person())
        && signing.order().map(Order::orderRef).equals(Optional.of(message.order().orderRef()));
  }

  /**
   * Has the evidence of a settled order stamped. If the authority gives no time stamp, only the
   * order's last SETTLE sends a STAMP; otherwise the authority would be asked twice as often, for
   * three days.
   */
  private Followed stampSettled(
      PersonKey person, Order order, Instant createdAt, Deadline deadline) {
    Instant last = createdAt.plus(timing.followUp().getLast()).minus(Timing.FOLLOW_UP_AGAIN);
    if (clock.instant().isBefore(last)) {
      var _ = timeStamping.stamp(order, clock.instant(), deadline);
      return Followed.DONE;
    }
    return stamp(person, order, clock.instant(), deadline);
  }

  private boolean isSettled(
      Optional<Signing> own, PersonKey person, Order order, Instant createdAt, Deadline deadline) {
    return own.isPresent()
        ? isSettled(own.get(), order, deadline)
        : isAbandonedAndEnded(person, order, createdAt, deadline);
  }

  private boolean isSettled(Signing signing, Order order, Deadline deadline) {
    PersonKey person = signing.personKey();
    return switch (signing.status()) {
      case COMPLETE -> true;
      case FAILED, COLLECT_ERROR -> isFinished(person, order, deadline);
      case ENDING -> isOver(settlement.endKeepingGuard(person, order, deadline));
      case CREATED, INITIATED, PENDING -> {
        OrderResult settled = settlement.settle(person, order, deadline);
        boolean runsOn = settled instanceof OrderResult.Live && isDueToEnd(signing);
        yield runsOn ? isOver(settlement.endAndFree(person, order, deadline)) : isOver(settled);
      }
    };
  }

  /**
   * Finishes the completion of an order that counts as unsigned. A call may have kept the
   * completion and died, while another call recorded the order's end.
   */
  private boolean isFinished(PersonKey person, Order order, Deadline deadline) {
    return settlement.finish(person, order, deadline).map(FollowUp::isOver).orElse(true);
  }

  /**
   * Returns whether a live order must be ended: no order may run past its window, or for a
   * withdrawn process.
   */
  private boolean isDueToEnd(Signing signing) {
    return signing.withdrawn()
        || signing.attempt().filter(made -> clock.instant().isBefore(made.windowEnd())).isEmpty();
  }

  /**
   * Ends an order that was never activated, or whose attempt was displaced by another one. In both
   * cases no other call ends it. A start that may still be in flight is left alone.
   */
  private boolean isAbandonedAndEnded(
      PersonKey person, Order order, Instant createdAt, Deadline deadline) {
    return !clock.instant().isBefore(createdAt.plus(Timing.LEASE))
        && isEnded(person, order, deadline);
  }

  private boolean isEnded(PersonKey person, Order order, Deadline deadline) {
    boolean isOver = isOver(settlement.endKeepingGuard(person, order, deadline));
    if (isOver) {
      guards.freeOrder(person, order);
    }
    return isOver;
  }

  private Followed store(FollowUpMessage.Store store, Deadline deadline) {
    OrderResult settled =
        settlement.storeQueued(store.person(), store.order(), store.completion(), deadline);
    if (settled instanceof OrderResult.Kept(RuntimeException why)) {
      throw why;
    }
    return stamp(store.person(), store.order(), clock.instant(), deadline);
  }

  /**
   * Has the evidence of an order that is over stamped, or sends a message that asks for it later.
   *
   * @param since when the authority was first asked
   */
  private Followed stamp(PersonKey person, Order order, Instant since, Deadline deadline) {
    return switch (timeStamping.stamp(order, since, deadline)) {
      case TimeStamping.Result.Done() -> Followed.DONE;
      case TimeStamping.Result.GivenUp() -> Followed.GIVEN_UP;
      case TimeStamping.Result.Later(Duration pause) -> {
        queue.send(
            new FollowUpMessage.Stamp(person, order, since), List.of(pause.plus(spread(order))));
        yield Followed.AGAIN;
      }
    };
  }

  /**
   * Returns whether nothing is left to do for the order.
   *
   * @throws RuntimeException if its completion is kept and not yet stored. The message must then
   *     come again, for as long as the queue allows
   */
  private static boolean isOver(OrderResult settled) {
    return switch (settled) {
      case OrderResult.Live live -> false;
      case OrderResult.Missing missing -> false;
      case OrderResult.Undecided undecided -> false;
      case OrderResult.Failed failed -> true;
      case OrderResult.Signed signed -> true;
      case OrderResult.Errored errored -> true;
      case OrderResult.Superseded superseded -> true;
      case OrderResult.Kept(RuntimeException why) -> throw why;
    };
  }

  private Followed again(FollowUpMessage message, Order order, Instant createdAt) {
    Instant end = createdAt.plus(timing.signingWindow()).plus(Timing.FOLLOW_UP_LIFE);
    if (!clock.instant().isBefore(end)) {
      return Followed.GIVEN_UP;
    }
    queue.send(message, List.of(Timing.FOLLOW_UP_AGAIN.plus(spread(order))));
    return Followed.AGAIN;
  }

  /**
   * Returns an extra delay, so that the orders of an outage of BankID are not all retried at once.
   */
  private static Duration spread(Order order) {
    long seconds = Timing.FOLLOW_UP_SPREAD.toSeconds() + 1;
    return Duration.ofSeconds(Math.floorMod(order.token().getLeastSignificantBits(), seconds));
  }
}
