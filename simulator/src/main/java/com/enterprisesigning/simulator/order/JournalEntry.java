package com.enterprisesigning.simulator.order;

import com.enterprisesigning.simulator.person.PersonalNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of the journal ({@code docs/architecture.md#the-simulator}).
 *
 * @param relyingParty the name that the app shows
 * @param endedAt absent while the order runs
 * @param outcome {@code complete} or the failed hint code; absent while the order runs
 */
public record JournalEntry(
    String orderRef,
    Optional<PersonalNumber> personalNumber,
    OrderKind kind,
    String relyingParty,
    Instant createdAt,
    Optional<Instant> endedAt,
    Optional<String> outcome) {

  static JournalEntry of(Order order, Instant now) {
    return of(
        order.orderRef(),
        order.person(),
        order.request().kind(),
        order.owner().displayName(),
        order.timeline(),
        now);
  }

  /** Returns the line of an order as of {@code now}. */
  public static JournalEntry of(
      String orderRef,
      Optional<PersonalNumber> person,
      OrderKind kind,
      String relyingParty,
      Timeline timeline,
      Instant now) {
    Optional<Timeline.Step> end = timeline.endedBy(now);
    return new JournalEntry(
        orderRef,
        person,
        kind,
        relyingParty,
        timeline.createdAt(),
        end.map(Timeline.Step::at),
        end.map(step -> step.state().label()));
  }
}
