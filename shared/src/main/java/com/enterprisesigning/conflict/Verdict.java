package com.enterprisesigning.conflict;

import java.time.Instant;

/** The rules' decision on an incoming start. */
public sealed interface Verdict {

  /** The start may go ahead. */
  record Free() implements Verdict {}

  /**
   * The person is blocked. The call changes nothing; in particular, the block's end does not move.
   */
  record Blocked(Instant until) implements Verdict {}

  /**
   * Both starts are ended, once the running order is known to be live.
   *
   * @param leaves the slot or block that replaces the guard
   */
  record Conflict(ConflictKind kind, Guard leaves) implements Verdict {}

  /** The same call was sent again while its order runs. A network retry is not a conflict. */
  record Replay(Guard.Live live) implements Verdict {}

  /** The same call was sent again while the first one is in flight to BankID. */
  record InProgress() implements Verdict {}

  /** The same {@code Idempotency-Key} was sent with a different request. */
  record KeyReused() implements Verdict {}
}
