package com.enterprisesigning.signing;

import java.time.Instant;
import java.util.Optional;

/**
 * A call that was refused.
 *
 * @param retryAt from when the same call may succeed, where that is known
 */
public record Refusal(Reason reason, Optional<Instant> retryAt) {

  public static Refusal of(Reason reason) {
    return new Refusal(reason, Optional.empty());
  }

  public static Refusal until(Reason reason, Instant retryAt) {
    return new Refusal(reason, Optional.of(retryAt));
  }
}
