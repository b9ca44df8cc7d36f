package com.enterprisesigning.conflict;

import java.time.Instant;

/** What the rules say to an incoming start. */
public sealed interface Verdict {

  /** The person is free for this start. */
  record Free() implements Verdict {}

  /** A block stands. The call changes nothing, least of all the block's end. */
  record Blocked(Instant until) implements Verdict {}

  /**
   * Both starts die, once the running order is known to be live.
   *
   * @param leaves what stands in the guard's place from now on: a slot or a block
   */
  record Conflict(ConflictKind kind, Guard leaves) implements Verdict {}

  /** The same call again, while its order runs: a network retry is not a conflict. */
  record Replay(Guard.Live live) implements Verdict {}

  /** The same call again, while the first is on its way to BankID. */
  record InProgress() implements Verdict {}

  /** The same {@code Idempotency-Key} with other members. */
  record KeyReused() implements Verdict {}
}
