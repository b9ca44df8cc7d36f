package com.enterprisesigning.conflict;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What stands between a person and a second order: one for each personal number, across all
 * participants, processes and clients (design sections 3 and 4). From {@link #expiresAt} on it
 * means nothing, but that the order it names may still have to be ended.
 */
public sealed interface Guard {

  /** The start that holds the person; of a slot or a block the one that was killed. */
  Contender holder();

  Instant expiresAt();

  /** The order that has to be ended before another is made (rule F7). */
  Optional<Order> order();

  /**
   * A start is on its way to BankID.
   *
   * @param order one that the start before it left unended
   */
  record Lease(Contender holder, Instant reservedAt, Instant expiresAt, Optional<Order> order)
      implements Guard {}

  /** An order runs until BankID ends it, and no longer than the signing window. */
  record Live(Contender holder, Order running, Instant expiresAt) implements Guard {
    @Override
    public Optional<Order> order() {
      return Optional.of(running);
    }
  }

  /**
   * The holder's address, and a phone, may start at once; another address may not.
   *
   * @param setBy the token of the start that left it
   */
  record Slot(Contender holder, Optional<Order> order, UUID setBy, Instant expiresAt)
      implements Guard {}

  /**
   * Nobody may start.
   *
   * @param setBy the token of the start that caused it
   */
  record Block(Contender holder, Optional<Order> order, UUID setBy, Instant expiresAt)
      implements Guard {}
}
