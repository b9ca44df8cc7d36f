package com.enterprisesigning.signing;

import com.enterprisesigning.store.StoreUnavailable;
import java.time.Instant;

/**
 * Thrown if the table did not answer a start that may hold the person's guard. The lease refuses
 * other starts until it ends by itself.
 */
public final class LeaseLeft extends StoreUnavailable {
  private static final long serialVersionUID = 1L;

  private final Instant until;

  LeaseLeft(Instant until, StoreUnavailable cause) {
    super("The table did not answer a start, whose lease may stand until " + until, cause);
    this.until = until;
  }

  /** Returns when the lease ends. */
  public Instant until() {
    return until;
  }
}
