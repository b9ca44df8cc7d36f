package com.enterprisesigning.conflict;

import com.enterprisesigning.domain.Order;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps a person from having a second order ({@code docs/architecture.md#the-guard}). There is one
 * guard for each personal number, across all participants, processes and clients. From {@link
 * #expiresAt} on, the guard has no effect, except that the order it names may still have to be
 * ended.
 */
public sealed interface Guard {

  /**
   * Returns the start that holds the guard. For a slot or a block, this is the start whose order
   * was ended.
   */
  Contender holder();

  Instant expiresAt();

  /** Returns the order that must be ended before another one is created (rule F7). */
  Optional<Order> order();

  /**
   * The guard of a start that is still in flight to BankID.
   *
   * @param order an order of an earlier start that has not been ended
   */
  record Lease(Contender holder, Instant reservedAt, Instant expiresAt, Optional<Order> order)
      implements Guard {}

  /**
   * The guard of a running order. It stands until BankID ends the order, but no longer than the
   * signing window.
   */
  record Live(Contender holder, Order running, Instant expiresAt) implements Guard {
    @Override
    public Optional<Order> order() {
      return Optional.of(running);
    }
  }

  /**
   * A guard that lets in any phone start, and a /start from the holder's IP address. A /start from
   * another address is a conflict.
   *
   * @param setBy the token of the start that left the slot in a conflict, or whose order BankID
   *     gave up
   */
  record Slot(Contender holder, Optional<Order> order, UUID setBy, Instant expiresAt)
      implements Guard {}

  /**
   * A guard that lets no start in.
   *
   * @param setBy the token of the start that caused the block
   */
  record Block(Contender holder, Optional<Order> order, UUID setBy, Instant expiresAt)
      implements Guard {}
}
