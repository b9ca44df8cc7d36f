package com.enterprisesigning.signing;

import com.enterprisesigning.conflict.Order;
import com.enterprisesigning.conflict.PersonKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sees to what nobody comes back for (design section 5, follow-up; rule F9): settles the order that
 * is not collected, ends the one whose start died, stores the completion that the table would not
 * take. Every message may come twice, and late.
 */
public final class FollowUp {
  private final Signings signings;
  private final Guards guards;
  private final Settlement settlement;
  private final FollowUpQueue queue;
  private final Timing timing;
  private final Clock clock;

  FollowUp(
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

  /** What became of a message; in each case it is to be deleted. */
  public enum Followed {
    /** There is nothing more to do. */
    DONE,
    /** It was sent again, for a while later. */
    AGAIN,
    /** It never came to an end, and BankID has forgotten the order by now. */
    GIVEN_UP
  }

  /**
   * Follows a message.
   *
   * @throws StoreUnavailable where the table is away: the message is to be delivered again
   * @throws QueueUnavailable where it could not be sent again: it is to be delivered again
   * @throws MismatchedOrder where no start sent it: it is for the dead-letter queue
   */
  public Followed follow(FollowUpMessage message) {
    Optional<Signing> own = own(message);
    return switch (message) {
      case FollowUpMessage.Settle(PersonKey person, Order order, Instant createdAt) ->
          isSettled(own, person, order, createdAt)
              ? Followed.DONE
              : again(message, order, createdAt);
      case FollowUpMessage.End(PersonKey person, Order order, Instant createdAt) ->
          isEnded(person, order) ? Followed.DONE : again(message, order, createdAt);
      case FollowUpMessage.Store store -> store(store);
    };
  }

  /**
   * The signing whose newest attempt the message is about. An attempt has one order: a message that
   * names another is none of a start's, and must not touch the attempt.
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

  private boolean isSettled(
      Optional<Signing> own, PersonKey person, Order order, Instant createdAt) {
    return own.isPresent()
        ? isSettled(own.get(), order)
        : isAbandonedAndEnded(person, order, createdAt);
  }

  private boolean isSettled(Signing signing, Order order) {
    PersonKey person = signing.personKey();
    return switch (signing.status()) {
      case COMPLETE, FAILED, COLLECT_ERROR -> true;
      case ENDING -> isOver(settlement.end(person, order, AfterEnd.CALLER_FREES));
      case CREATED, INITIATED, PENDING -> {
        Settled settled = settlement.settle(person, order, AfterEnd.SLOT_OR_FREE);
        boolean runsOn = settled instanceof Settled.Live && isDueToEnd(signing);
        yield runsOn
            ? isOver(settlement.end(person, order, AfterEnd.SLOT_OR_FREE))
            : isOver(settled);
      }
    };
  }

  /** Nobody may answer for an order past its window, nor for one of a process that is withdrawn. */
  private boolean isDueToEnd(Signing signing) {
    return signing.withdrawn()
        || signing.attempt().filter(made -> clock.instant().isBefore(made.windowEnd())).isEmpty();
  }

  /**
   * It was never activated, or another attempt took its place: either way nobody else ends it. A
   * start that may still be on its way is left alone.
   */
  private boolean isAbandonedAndEnded(PersonKey person, Order order, Instant createdAt) {
    return !clock.instant().isBefore(createdAt.plus(Timing.LEASE)) && isEnded(person, order);
  }

  private boolean isEnded(PersonKey person, Order order) {
    boolean isOver = isOver(settlement.end(person, order, AfterEnd.CALLER_FREES));
    if (isOver) {
      guards.freeOrder(person, order);
    }
    return isOver;
  }

  private Followed store(FollowUpMessage.Store store) {
    Settled settled = settlement.store(store.person(), store.order(), store.completion());
    if (settled instanceof Settled.Queued) {
      throw new StoreUnavailable(
          "the table did not store the completion; the queue sends the message again", null);
    }
    return Followed.DONE;
  }

  private static boolean isOver(Settled settled) {
    return switch (settled) {
      case Settled.Live live -> false;
      case Settled.Missing missing -> false;
      case Settled.Undecided undecided -> false;
      case Settled.Failed failed -> true;
      case Settled.Signed signed -> true;
      case Settled.Errored errored -> true;
      case Settled.Superseded superseded -> true;
      case Settled.Queued queued -> true;
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

  /** Orders that BankID was silent about all at once need not come back all at once. */
  private static Duration spread(Order order) {
    long seconds = Timing.FOLLOW_UP_SPREAD.toSeconds() + 1;
    return Duration.ofSeconds(Math.floorMod(order.token().getLeastSignificantBits(), seconds));
  }
}
