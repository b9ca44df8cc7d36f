package com.enterprisesigning.simulator.order;

import com.enterprisesigning.simulator.person.PersonalNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where orders are kept. Every read sees every write that was answered before it. A write is made
 * in one step, and only where all still stands as its caller has read it; else nothing is written,
 * and the caller reads again.
 */
public interface Orders {

  /** The order; one that no call can meet any more may be gone. */
  Optional<Order> find(String orderRef);

  /** The order whose QR code or autostart has that token. */
  Optional<Order> findByToken(String token);

  /**
   * The reference of the order that was last made for that person, or picked up by that person; the
   * order itself may be gone.
   */
  Optional<String> latestOf(PersonalNumber person);

  /** The reference of the phone order that was last made for that person, likewise. */
  Optional<String> latestPhoneOrderOf(PersonalNumber person);

  /**
   * Keeps a new order, from now on its person's latest.
   *
   * @param latest what {@link #latestOf} said of the person; empty where the order names nobody
   * @return false where the person's latest is another by now
   */
  boolean add(Order order, Optional<String> latest);

  /**
   * Keeps an order as it has become.
   *
   * @return false where it is not as {@code before} any more
   */
  boolean replace(Order before, Order after);

  /**
   * Keeps an order that named nobody and is now somebody's, and that person's latest.
   *
   * @param latest what {@link #latestOf} said of the person
   * @return false where the order is not as {@code before} any more, or the person's latest another
   */
  boolean pickUp(Order before, Order after, Optional<String> latest);

  /** The orders, oldest first, as they stand at {@code now}; the oldest of many may be gone. */
  List<JournalEntry> journal(Instant now);
}
