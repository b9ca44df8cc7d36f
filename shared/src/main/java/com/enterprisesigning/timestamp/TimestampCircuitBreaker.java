package com.enterprisesigning.timestamp;

import com.enterprisesigning.evidence.TimestampAuthority;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Does not ask an authority for 30 s after it gave no time stamp, because the next request would
 * most likely fail too. In an outage of hours, thousands of messages would otherwise wait for the
 * authority, and keep the follow-up from orders that BankID soon forgets. Thread-safe.
 */
public final class TimestampCircuitBreaker implements TimestampAuthority {
  static final Duration OPEN_FOR = Duration.ofSeconds(30);

  private final TimestampAuthority authority;
  private final Clock clock;
  private volatile Refusal lastRefusal = new Refusal(Reason.AWAY, Instant.MIN);

  /**
   * Why the authority gave no time stamp.
   *
   * @param until when the authority may be asked again
   */
  private record Refusal(Reason reason, Instant until) {}

  public TimestampCircuitBreaker(TimestampAuthority authority, Clock clock) {
    this.authority = authority;
    this.clock = clock;
  }

  @Override
  public Answer stamp(byte[] sha256) {
    Refusal last = lastRefusal;
    if (clock.instant().isBefore(last.until())) {
      return new Answer.Refused(last.reason());
    }
    Answer answer = authority.stamp(sha256);
    if (answer instanceof Answer.Refused(Reason reason)) {
      lastRefusal = new Refusal(reason, clock.instant().plus(OPEN_FOR));
    }
    return answer;
  }
}
