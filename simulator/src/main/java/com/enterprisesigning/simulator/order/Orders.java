package com.enterprisesigning.simulator.order;

import com.enterprisesigning.simulator.person.PersonalNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A store of orders. Every read sees every write that completed before it. A write is one step, and
 * happens only if everything is still as the caller read it. Otherwise nothing is written, and the
 * caller reads again.
 */
public interface Orders {

  /** Returns the order; one that no call can find any more may be gone. */
  Optional<Order> find(String orderRef);

  /** Returns the order whose QR code or autostart has that token. */
  Optional<Order> findByToken(String token);

  /**
   * Returns the reference of the order that was last made for that person, or picked up by that
   * person. The order itself may be gone.
   */
  Optional<String> latestOf(PersonalNumber person);

  /**
   * Returns the reference of the latest phone order made for that person. The order itself may be
   * gone.
   */
  Optional<String> latestPhoneOrderOf(PersonalNumber person);

  /**
   * Adds a new order, which becomes its person's latest.
   *
   * @param latest what {@link #latestOf} returned for the person; empty if the order names nobody
   * @return false if the person's latest order has changed meanwhile
   */
  boolean add(Order order, Optional<String> latest);

  /**
   * Replaces an order by its new state.
   *
   * @return false if the order no longer equals {@code before}
   */
  boolean replace(Order before, Order after);

  /**
   * Replaces an order that named nobody by one that has a person, whose latest order it becomes.
   *
   * @param latest what {@link #latestOf} returned for the person
   * @return false if the order no longer equals {@code before}, or the person's latest has changed
   */
  boolean pickUp(Order before, Order after, Optional<String> latest);

  /** Returns the orders as of {@code now}, oldest first; the oldest of many may be gone. */
  List<JournalEntry> journal(Instant now);
}
