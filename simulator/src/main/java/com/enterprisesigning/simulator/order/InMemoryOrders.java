package com.enterprisesigning.simulator.order;

import com.enterprisesigning.simulator.person.PersonalNumber;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Orders in memory, which are lost when the process ends. Thread-safe. */
public final class InMemoryOrders implements Orders {
  private static final int MOST_ARCHIVED = 100_000;

  /** The orders that a call may still find, in order of creation. */
  private final LinkedHashMap<String, Order> orders = new LinkedHashMap<>();

  private final Map<PersonalNumber, String> latestOf = new HashMap<>();

  /** The journal of the orders that no call can find any more, oldest first. */
  private final Deque<JournalEntry> archived = new ArrayDeque<>();

  @Override
  public synchronized Optional<Order> find(String orderRef) {
    return Optional.ofNullable(orders.get(orderRef));
  }

  @Override
  public synchronized Optional<Order> findByToken(String token) {
    return newest(order -> order.launch().stream().anyMatch(launch -> launch.has(token)));
  }

  @Override
  public synchronized Optional<String> latestOf(PersonalNumber person) {
    return Optional.ofNullable(latestOf.get(person));
  }

  @Override
  public synchronized Optional<String> latestPhoneOrderOf(PersonalNumber person) {
    return newest(order ->
            order.request().kind().isByPhone() && order.person().equals(Optional.of(person)))
        .map(Order::orderRef);
  }

  @Override
  public synchronized boolean add(Order order, Optional<String> latest) {
    if (!order.person().flatMap(this::latestOf).equals(latest)) {
      return false;
    }
    archive(order.timeline().createdAt());
    put(order);
    return true;
  }

  @Override
  public synchronized boolean replace(Order before, Order after) {
    return orders.replace(before.orderRef(), before, after);
  }

  @Override
  public synchronized boolean pickUp(Order before, Order after, Optional<String> latest) {
    if (!latestOf(after.person().orElseThrow()).equals(latest)
        || !before.equals(orders.get(before.orderRef()))) {
      return false;
    }
    put(after);
    return true;
  }

  @Override
  public synchronized List<JournalEntry> journal(Instant now) {
    return Stream.concat(
            archived.stream(), orders.values().stream().map(order -> JournalEntry.of(order, now)))
        .toList();
  }

  private Optional<Order> newest(Predicate<Order> which) {
    return orders.sequencedValues().reversed().stream().filter(which).findFirst();
  }

  private void put(Order order) {
    orders.put(order.orderRef(), order);
    order.person().ifPresent(person -> latestOf.put(person, order.orderRef()));
  }

  private void archive(Instant now) {
    var oldest = orders.values().iterator();
    while (oldest.hasNext()) {
      Order order = oldest.next();
      if (!order.isTooOld(now, Speed.OF_BANKID)) {
        return;
      }
      if (archived.size() == MOST_ARCHIVED) {
        archived.removeFirst();
      }
      archived.addLast(JournalEntry.of(order, now));
      order.person().ifPresent(person -> latestOf.remove(person, order.orderRef()));
      oldest.remove();
    }
  }
}
