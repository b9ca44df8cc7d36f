package com.enterprisesigning.simulator.order;

import com.enterprisesigning.simulator.person.PersonalNumber;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The rules for all orders of one simulator. Each call reads, decides and writes. If another call
 * was faster, the call starts over. The result is as if the calls had come one after another, even
 * from several processes.
 */
public final class OrderBook {
  /**
   * More than the number of calls that ever compete for one person. Each round completes one call.
   */
  private static final int ROUNDS = 200;

  private final Orders orders;
  private final Clock clock;
  private final SecondOrder secondOrder;
  private final Speed speed;

  /** Creates an order book with BankID's own lifetimes. */
  public OrderBook(Orders orders, Clock clock, SecondOrder secondOrder) {
    this(orders, clock, secondOrder, Speed.OF_BANKID);
  }

  public OrderBook(Orders orders, Clock clock, SecondOrder secondOrder, Speed speed) {
    this.orders = orders;
    this.clock = clock;
    this.secondOrder = secondOrder;
    this.speed = speed;
  }

  /** The result of a create. */
  public sealed interface Created {
    record Running(Order order) implements Created {}

    /** The person's running order has ended as {@code cancelled}, and no new order was made. */
    record AlreadyInProgress() implements Created {}
  }

  /** Makes an order, or ends the person's existing one: see {@link SecondOrder}. */
  public Created create(RelyingParty owner, OrderRequest request, Script script) {
    return inRounds(() -> {
      Optional<String> latest = request.personalNumber().flatMap(orders::latestOf);
      Optional<Order> earlier = latest.flatMap(orders::find);
      Instant now = now();
      if (earlier.isPresent()
          && earlier.get().isRunning(now)
          && secondOrder == SecondOrder.ENDS_BOTH) {
        return end(earlier.get(), new OrderState.Failed("cancelled"), now)
            .map(_ -> new Created.AlreadyInProgress());
      }
      Order order = Order.create(owner, request, PickUp.byRole(request, script), now, speed);
      return orders.add(order, latest) ? Optional.of(new Created.Running(order)) : Optional.empty();
    });
  }

  /** The result of a collect. */
  public sealed interface Collected {
    record Pending(String hintCode) implements Collected {}

    record Failed(String hintCode) implements Collected {}

    /** BankID answers this error instead of the order's state. */
    record Faulty(int status, String errorCode) implements Collected {}

    /** The completion, handed out now and never again. */
    record Complete(Order order, Instant signedAt) implements Collected {}

    /**
     * The order is unknown, cancelled, already handed out or too old, or belongs to another relying
     * party.
     */
    record NoSuchOrder() implements Collected {}
  }

  /** Returns the state of the owner's order. A completion is handed out only once. */
  public Collected collect(RelyingParty owner, String orderRef) {
    return inRounds(() -> {
      Optional<Order> found = owned(owner, orderRef);
      return found.isEmpty()
          ? Optional.of(new Collected.NoSuchOrder())
          : collected(found.get(), now());
    });
  }

  private Optional<Collected> collected(Order order, Instant now) {
    Timeline timeline = order.timeline();
    return switch (timeline.stateAt(now)) {
      case OrderState.Pending(String hintCode) -> Optional.of(new Collected.Pending(hintCode));
      case OrderState.Faulty(int status, String errorCode) ->
          Optional.of(new Collected.Faulty(status, errorCode));
      case OrderState.Failed(String hintCode)
          when !timeline.isForgotten(now, speed.of(Lifetimes.FAILED)) ->
          Optional.of(new Collected.Failed(hintCode));
      case OrderState.Complete _
          when !order.handedOut() && !timeline.isForgotten(now, speed.of(Lifetimes.COMPLETED)) ->
          orders.replace(order, order.collected())
              ? Optional.of(new Collected.Complete(order, timeline.steps().getLast().at()))
              : Optional.empty();
      case OrderState.Failed _, OrderState.Complete _, OrderState.Cancelled _ ->
          Optional.of(new Collected.NoSuchOrder());
    };
  }

  /**
   * Cancels the owner's order.
   *
   * @return false if the owner has no such order, or the order no longer runs
   */
  public boolean cancel(RelyingParty owner, String orderRef) {
    return inRounds(() -> {
      Optional<Order> found = owned(owner, orderRef);
      Instant now = now();
      return found.isPresent() && found.get().isRunning(now)
          ? end(found.get(), new OrderState.Cancelled(), now).map(_ -> true)
          : Optional.of(false);
    });
  }

  /**
   * Finds an order and changes it in one step.
   *
   * @param change maps the order and the time to the changed order; if it throws, nothing changes
   * @return the changed order; empty if no order was found, or if it is too old for any call to
   *     find
   */
  Optional<Order> change(
      Function<Orders, Optional<Order>> which, BiFunction<Order, Instant, Order> change) {
    return inRounds(() -> {
      Optional<Order> found = which.apply(orders);
      Instant now = now();
      if (found.isEmpty() || found.get().isTooOld(now, speed)) {
        return Optional.of(Optional.empty());
      }
      Order changed = change.apply(found.get(), now);
      refuseCompletionByNobody(changed);
      return isKept(found.get(), changed, now)
          ? Optional.of(Optional.of(changed))
          : Optional.empty();
    });
  }

  private static void refuseCompletionByNobody(Order order) {
    OrderState end = order.timeline().steps().getLast().state();
    if (order.person().isEmpty() && end instanceof OrderState.Complete) {
      throw new PhoneRefusal(
          PhoneRefusal.Reason.WRONG_STATE, "Nobody has picked up the order. Scan or open first.");
    }
  }

  private boolean isKept(Order before, Order after, Instant now) {
    if (before.person().equals(after.person())) {
      return orders.replace(before, after);
    }
    PersonalNumber person = after.person().orElseThrow();
    Optional<String> latest = orders.latestOf(person);
    if (latest.flatMap(orders::find).filter(other -> other.isRunning(now)).isPresent()) {
      throw new PhoneRefusal(
          PhoneRefusal.Reason.WRONG_STATE,
          "The person has another running order. End that order first.");
    }
    return orders.pickUp(before, after, latest);
  }

  Speed speed() {
    return speed;
  }

  /**
   * Returns the orders in their current state, oldest first; if there are very many, the oldest are
   * missing.
   */
  public List<JournalEntry> journal() {
    return orders.journal(now());
  }

  /**
   * Returns the time in whole milliseconds, as the journal shows it. Otherwise, times that look
   * equal in the journal could differ.
   */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private Optional<Order> owned(RelyingParty owner, String orderRef) {
    return orders.find(orderRef).filter(order -> order.owner().equals(owner));
  }

  private Optional<Order> end(Order order, OrderState end, Instant now) {
    Order ended = order.changed(now, Script.now(end), speed);
    return orders.replace(order, ended) ? Optional.of(ended) : Optional.empty();
  }

  /**
   * Repeats a round until it succeeds.
   *
   * @param round empty if another call was faster
   */
  private static <T> T inRounds(Supplier<Optional<T>> round) {
    for (int i = 0; i < ROUNDS; i++) {
      Optional<T> done = round.get();
      if (done.isPresent()) {
        return done.get();
      }
    }
    throw new IllegalStateException("other calls were faster " + ROUNDS + " times");
  }
}
