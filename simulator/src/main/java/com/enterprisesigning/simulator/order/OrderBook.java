package com.enterprisesigning.simulator.order;

import com.enterprisesigning.simulator.person.PersonalNumber;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All orders of one simulator, behind one lock: every call is one step. */
public final class OrderBook {
  private final Clock clock;
  private final SecondOrder secondOrder;
  private final Map<String, Order> orders = new LinkedHashMap<>();
  private final Map<PersonalNumber, String> latestOf = new HashMap<>();
  private final Journal journal = new Journal();

  public OrderBook(Clock clock, SecondOrder secondOrder) {
    this.clock = clock;
    this.secondOrder = secondOrder;
  }

  /** Makes an order, or ends the one that its person has: see {@link SecondOrder}. */
  public synchronized Created create(RelyingParty owner, OrderRequest request, Script script) {
    Instant now = now();
    archive(now);
    Optional<Order> running = request.personalNumber().flatMap(person -> runningOf(person, now));
    if (running.isPresent() && secondOrder == SecondOrder.ENDS_BOTH) {
      end(running.get(), new OrderState.Failed("cancelled"), now);
      return new Created.AlreadyInProgress();
    }
    Order order =
        new Order(
            UUID.randomUUID().toString(),
            owner,
            request,
            request.personalNumber(),
            request.kind() == OrderKind.SIGN ? Optional.of(Launch.random()) : Optional.empty(),
            Timeline.create(now, request.kind(), script),
            false);
    put(order);
    order.person().ifPresent(person -> latestOf.put(person, order.orderRef()));
    return new Created.Running(order);
  }

  /** Tells the owner how the order stands; hands a completion out once. */
  public synchronized Collected collect(RelyingParty owner, String orderRef) {
    Instant now = now();
    Optional<Order> found = owned(owner, orderRef);
    if (found.isEmpty()) {
      return new Collected.NoSuchOrder();
    }
    Order order = found.get();
    Timeline timeline = order.timeline();
    return switch (timeline.stateAt(now)) {
      case OrderState.Pending(String hintCode) -> new Collected.Pending(hintCode);
      case OrderState.Failed(String hintCode) when !timeline.isForgotten(now, Lifetimes.FAILED) ->
          new Collected.Failed(hintCode);
      case OrderState.Complete _
          when !order.handedOut() && !timeline.isForgotten(now, Lifetimes.COMPLETED) -> {
        put(order.collected());
        yield new Collected.Complete(order, timeline.steps().getLast().at());
      }
      case OrderState.Failed _, OrderState.Complete _, OrderState.Cancelled _ ->
          new Collected.NoSuchOrder();
    };
  }

  /**
   * Cancels the owner's order.
   *
   * @return false where there is none, or none that still runs
   */
  public synchronized boolean cancel(RelyingParty owner, String orderRef) {
    Instant now = now();
    Optional<Order> running = owned(owner, orderRef).filter(order -> isRunning(order, now));
    running.ifPresent(order -> end(order, new OrderState.Cancelled(), now));
    return running.isPresent();
  }

  /**
   * Finds an order and changes it in one step.
   *
   * @param change gets the order and the time; what it throws leaves the order as it was
   * @return the order as changed; empty where no order that still runs or can be met matches
   */
  synchronized Optional<Order> change(
      Predicate<Order> which, BiFunction<Order, Instant, Order> change) {
    Instant now = now();
    List<Order> matching = orders.values().stream().filter(which).toList();
    if (matching.isEmpty()) {
      return Optional.empty();
    }
    Order changed = change.apply(matching.getLast(), now);
    put(changed);
    changed.person().ifPresent(person -> latestOf.put(person, changed.orderRef()));
    return Optional.of(changed);
  }

  /** Every order ever made, oldest first, as it stands now. */
  public synchronized List<JournalEntry> journal() {
    Instant now = now();
    return Stream.concat(
            journal.entries(), orders.values().stream().map(order -> JournalEntry.of(order, now)))
        .toList();
  }

  /** Whether the person has an order that runs, other than {@code orderRef}. */
  synchronized boolean isBusyElsewhere(PersonalNumber person, String orderRef) {
    return runningOf(person, now()).filter(order -> !order.orderRef().equals(orderRef)).isPresent();
  }

  /**
   * Milliseconds are what the journal shows; finer times would compare otherwise than they look.
   */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private void archive(Instant now) {
    var oldest = orders.values().iterator();
    while (oldest.hasNext()) {
      Order order = oldest.next();
      if (order.timeline().createdAt().plus(Lifetimes.WHOLE).isAfter(now)) {
        return;
      }
      journal.add(JournalEntry.of(order, now));
      order.person().ifPresent(person -> latestOf.remove(person, order.orderRef()));
      oldest.remove();
    }
  }

  private Optional<Order> runningOf(PersonalNumber person, Instant now) {
    return Optional.ofNullable(latestOf.get(person))
        .map(orders::get)
        .filter(order -> isRunning(order, now));
  }

  private Optional<Order> owned(RelyingParty owner, String orderRef) {
    return Optional.ofNullable(orders.get(orderRef)).filter(order -> order.owner().equals(owner));
  }

  private void end(Order order, OrderState end, Instant now) {
    put(order.with(order.timeline().changed(now, Script.now(end))));
  }

  private void put(Order order) {
    orders.put(order.orderRef(), order);
  }

  private static boolean isRunning(Order order, Instant now) {
    return !order.timeline().stateAt(now).isEnd();
  }
}
