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

  /**
   * Ends the earlier orders of this person.
   *
   * @param before the guard that the start's lease replaced
   * @return why the start is refused, or empty if nothing runs for this person any more. {@link
   *     Reason#SIGNING_ALREADY_COMPLETED}: its participant has signed with the earlier order. Any
   *     other reason: an order may run on.
   */
  Optional<Refusal> end(Participant starter, Optional<Guard> before, Deadline deadline) {
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
        .or(() -> unsettled.flatMap(order -> endOwn(person, order, deadline)));
  }

  private static boolean isSame(Optional<Order> one, Optional<Order> other) {
    return one.map(Order::orderRef).equals(other.map(Order::orderRef));
  }

  /**
   * Ends another participant's order. The outcome, even a signature, belongs to the other
   * participant. All that matters here is that the order no longer runs.
   */
  private Optional<Refusal> endAnother(PersonKey person, Order order, Deadline deadline) {
    return switch (settlement.endKeepingGuard(person, order, deadline)) {
      case OrderResult.Undecided undecided -> unended(undecided);
      default -> Optional.empty();
    };
  }

  private Optional<Refusal> endOwn(PersonKey person, Order order, Deadline deadline) {
    return switch (settlement.endKeepingGuard(person, order, deadline)) {
      case OrderResult.Signed signed -> Optional.of(Refusal.of(Reason.SIGNING_ALREADY_COMPLETED));
      case OrderResult settled -> unended(settled);
    };
  }

  private Optional<Refusal> unended(OrderResult settled) {
    return Refusal.unended(settled, clock.instant());
  }
}
