package com.enterprisesigning.conflict;

import java.time.Instant;

/** The rules' decision on an incoming start. */
public sealed interface Ruling {

  /** The start may go ahead. */
  record Free() implements Ruling {}

  /**
   * The person is blocked. The call changes nothing; in particular, the block's end does not move.
   */
  record Blocked(Instant until) implements Ruling {}

  /**
   * The incoming start is refused, and the order that it met is ended. A live order is settled
   * first, because an order that has ended is no conflict.
   *
   * @param leaves the slot or block that replaces the guard
   */
  record Conflict(Kind kind, Guard leaves) implements Ruling {

    /** The kinds of conflict ({@code docs/architecture.md#the-conflict-rules}). */
    public enum Kind {
      /** A second /start from the same IP address. */
      SAME_IP,
      /** A second /start from a different IP address. */
      DIFFERENT_IPS,
      /** A second /start/phone. */
      PHONE,
      /** A /start while a /start/phone is live, or the other way round. */
      MIXED
    }
  }

  /**
   * The same call was sent again while its order runs. A retry after a lost answer is not a
   * conflict (rule F10).
   */
  record Replay(Guard.Live live) implements Ruling {}

  /** The same call was sent again while the first one is in flight to BankID. */
  record InProgress(Guard.Lease lease) implements Ruling {}

  /** The same {@code Idempotency-Key} was sent with a different request. */
  record KeyReused() implements Ruling {}
}
