package com.enterprisesigning.simulator.order;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All states that an order enters, past and future, in order of time; the last one is its end. It
 * contains BankID's time limits from the start, so the order's state at any instant, and its end,
 * can be computed later.
 *
 * @param changedAt when the timeline last changed. A reader whose clock is behind this instant
 *     reads the timeline as of this instant; otherwise it would not see the change
 */
public record Timeline(List<Step> steps, Instant changedAt) {

  /** The order enters {@code state} at the time {@code at}. */
  public record Step(Instant at, OrderState state) {}

  public Timeline {
    steps = List.copyOf(steps);
  }

  /** Returns the timeline of an order made at {@code createdAt}. */
  public static Timeline create(Instant createdAt, OrderKind kind, Script script, Speed speed) {
    Step beginning = new Step(createdAt, OrderState.Pending.OUTSTANDING);
    return upToTheEnd(List.of(beginning), createdAt, kind, script, speed);
  }

  /**
   * Returns the timeline with the same past, and with the script from {@code now} on. The order's
   * time limits stay.
   */
  public Timeline changed(Instant now, OrderKind kind, Script script, Speed speed) {
    Instant from = notBeforeTheChange(now);
    return upToTheEnd(until(from).toList(), from, kind, script, speed);
  }

  /**
   * Returns the timeline with {@code fault} inserted. Steps within the fault take effect when the
   * fault is over; later steps keep their times. If the order ends during the fault, the fault ends
   * with it.
   *
   * @param lasts in clock time, whatever the {@link Speed}
   */
  Timeline interrupted(Instant now, OrderState.Faulty fault, Duration lasts) {
    Instant from = notBeforeTheChange(now);
    Instant over = Collections.min(List.of(from.plus(lasts), steps.getLast().at));
    Stream<Step> fromThenOn = steps.stream().filter(step -> step.at.isAfter(from));
    return new Timeline(
        Stream.of(
                until(from),
                Stream.of(new Step(from, fault), new Step(over, stateAt(from))),
                fromThenOn.map(step -> step.at.isAfter(over) ? step : new Step(over, step.state)))
            .flatMap(part -> part)
            .toList(),
        from);
  }

  private Stream<Step> until(Instant instant) {
    return steps.stream().filter(step -> !step.at.isAfter(instant));
  }

  private static Timeline upToTheEnd(
      List<Step> past, Instant from, OrderKind kind, Script script, Speed speed) {
    Instant createdAt = past.getFirst().at;
    Instant startBy = createdAt.plus(speed.of(Lifetimes.TO_START));
    Instant signBy = createdAt.plus(speed.of(Lifetimes.TO_SIGN));
    List<Step> steps = new ArrayList<>(past);
    script.moments().stream()
        .map(moment -> new Step(from.plus(speed.of(moment.after())), moment.state()))
        .forEach(steps::add);
    // From startBy on, an order that still runs has been picked up, perhaps during a fault.
    if (!kind.isByPhone() && from.isBefore(startBy) && !isPickedUpBefore(startBy, steps)) {
      steps.add(new Step(startBy, new OrderState.Failed("startFailed")));
    }
    steps.add(new Step(signBy, new OrderState.Failed("expiredTransaction")));
    List<Step> inOrder = steps.stream().sorted(Comparator.comparing(Step::at)).toList();
    int end = 0;
    while (!inOrder.get(end).state.isEnd()) {
      end++;
    }
    return new Timeline(inOrder.subList(0, end + 1), from);
  }

  private static boolean isPickedUpBefore(Instant limit, List<Step> steps) {
    return steps.stream().anyMatch(step -> step.at.isBefore(limit) && step.state.isPickUp());
  }

  public Instant createdAt() {
    return steps.getFirst().at;
  }

  /** Returns the order's state at {@code now}. */
  public OrderState stateAt(Instant now) {
    Instant then = notBeforeTheChange(now);
    return until(then).toList().getLast().state;
  }

  /** Returns when and how the order ended, if it has ended by {@code now}. */
  public Optional<Step> endedBy(Instant now) {
    Instant then = notBeforeTheChange(now);
    return Optional.of(steps.getLast()).filter(end -> !end.at.isAfter(then));
  }

  /** Returns whether the order enters that state before its end. */
  public boolean hasEntered(OrderState state) {
    return steps.stream().anyMatch(step -> step.state.equals(state));
  }

  /** Returns whether {@code kept} has passed since the order's end. */
  boolean isForgotten(Instant now, Duration kept) {
    return !now.isBefore(steps.getLast().at.plus(kept));
  }

  private Instant notBeforeTheChange(Instant now) {
    return now.isBefore(changedAt) ? changedAt : now;
  }
}
