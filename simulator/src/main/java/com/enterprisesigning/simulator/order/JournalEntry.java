package com.enterprisesigning.simulator.order;

import com.enterprisesigning.simulator.person.PersonalNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of the journal (design section 8).
 *
 * @param endedAt absent while the order runs, as is {@code outcome}
 * @param outcome {@code complete} or the failed hint code
 */
public record JournalEntry(
    String orderRef,
    Optional<PersonalNumber> personalNumber,
    OrderKind kind,
    Instant createdAt,
    Optional<Instant> endedAt,
    Optional<String> outcome) {

  static JournalEntry of(Order order, Instant now) {
    Optional<Timeline.Step> end = order.timeline().endedBy(now);
    return new JournalEntry(
        order.orderRef(),
        order.person(),
        order.request().kind(),
        order.timeline().createdAt(),
        end.map(Timeline.Step::at),
        end.map(step -> step.state().label()));
  }
}
