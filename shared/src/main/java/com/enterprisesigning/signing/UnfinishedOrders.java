package com.enterprisesigning.signing;

import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.Participant;
import com.enterprisesigning.domain.PersonKey;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Ends the orders that earlier starts left unended, before a start uses the guard that it took
 * (rule F7). These are the order that the guard names, and the unsettled attempt of the start's own
 * participant.
 */
final class UnfinishedOrders {
  private final Settlement settlement;
  private final Clock clock;

  UnfinishedOrders(Settlement settlement, Clock clock) {
    this.settlement = settlement;
    this.clock = clock;
  }

  /** What has become of the earlier orders. */
  sealed interface Result {}

  /** Nothing runs for this person any more. */
  record Ended() implements Result {}

  /** An order may still run. The guard must be put back as it was found. */
  record Unended(Refusal refusal) implements Result {}

  /** The start's own participant has signed with the earlier order. */
  record HasSigned() implements Result {}

  /**
   * Ends the earlier orders of this person.
   *
   * @param before the guard that the start's lease replaced
   */
  Result end(Participant starter, Optional<Guard> before, Deadline deadline) {
    PersonKey person = starter.details().personKey();
    UUID participantId = starter.details().participantId();
    Optional<Order> own = starter.signing().order();
    Optional<Order> unsettled = own.filter(order -> starter.signing().status().isUnsettled());
    // Only the guard names an order of this participant that was created but never activated.
    Optional<Order> named =
        before.flatMap(Guard::order).filter(order -> !isSame(Optional.of(order), own));
    return named
        .flatMap(order ->
            order.participantId().equals(participantId)
                ? endOwn(person, order, deadline)
                : endAnother(person, order, deadline))
        .or(() -> unsettled.flatMap(order -> endOwn(person, order, deadline)))
        .orElseGet(Ended::new);
  }

  private static boolean isSame(Optional<Order> one, Optional<Order> other) {
    return one.map(Order::orderRef).equals(other.map(Order::orderRef));
  }

  /**
   * Ends another participant's order. The outcome, even a signature, belongs to the other
   * participant. All that matters here is that the order no longer runs.
   */
  private Optional<Result> endAnother(PersonKey person, Order order, Deadline deadline) {
    return switch (settlement.endKeepingGuard(person, order, deadline)) {
      case OrderResult.Undecided undecided -> unended(undecided);
      default -> Optional.empty();
    };
  }

  private Optional<Result> endOwn(PersonKey person, Order order, Deadline deadline) {
    return switch (settlement.endKeepingGuard(person, order, deadline)) {
      case OrderResult.Signed signed -> Optional.of(new HasSigned());
      case OrderResult settled -> unended(settled);
    };
  }

  private Optional<Result> unended(OrderResult settled) {
    return Refusal.unended(settled, clock.instant()).map(Unended::new);
  }
}
