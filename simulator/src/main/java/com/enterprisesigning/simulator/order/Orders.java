package com.enterprisesigning.simulator.order;

import com.enterprisesigning.simulator.person.PersonalNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A store of orders. Every read sees every write that completed before it. A write is atomic, and
 * happens only if everything is still as the caller read it. Otherwise nothing is written, and the
 * caller must read again.
 */
public interface Orders {

  /** Finds an order. The store may have dropped an order that is too old for any call to find. */
  Optional<Order> find(String orderRef);

  /** Returns the order whose QR code or autostart has that token. */
  Optional<Order> findByToken(String token);

  /**
   * Returns the reference of the latest order that was made for that person or picked up by that
   * person. The order itself may be gone.
   */
  Optional<String> latestOf(PersonalNumber person);

  /**
   * Returns the reference of the latest phone order made for that person. The order itself may be
   * gone.
   */
  Optional<String> latestPhoneOrderOf(PersonalNumber person);

  /**
   * Adds a new order, which becomes its person's latest order.
   *
   * @param latest the value that {@link #latestOf} returned for the person; empty if the order
   *     names nobody
   * @return false if the person's latest order has changed meanwhile
   */
  boolean add(Order order, Optional<String> latest);

  /**
   * Replaces an order with its changed form.
   *
   * @return false if the order no longer equals {@code before}
   */
  boolean replace(Order before, Order after);

  /**
   * Replaces an order that named nobody with one that has a person. It becomes that person's latest
   * order.
   *
   * @param latest the value that {@link #latestOf} returned for the person
   * @return false if the order no longer equals {@code before}, or the person's latest order has
   *     changed
   */
  boolean pickUp(Order before, Order after, Optional<String> latest);

  /**
   * Returns the orders as of {@code now}, oldest first; if there are very many, the oldest may be
   * missing.
   */
  List<JournalEntry> journal(Instant now);
}
