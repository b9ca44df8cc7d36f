package com.enterprisesigning.timestamp;

import com.enterprisesigning.evidence.TimestampAuthority;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Leaves an authority alone for a while after it gave no time stamp. All requests are alike, so the
 * next one would bring none either. In an outage of hours, thousands of messages would otherwise
 * wait for the authority, and keep the follow-up from orders that BankID soon forgets. Thread-safe.
 */
public final class RestingTimestampAuthority implements TimestampAuthority {
  static final Duration REST = Duration.ofSeconds(30);

  private final TimestampAuthority authority;
  private final Clock clock;
  private volatile Rest rest = new Rest(Reason.AWAY, Instant.MIN);

  /**
   * Until when the authority is left alone.
   *
   * @param reason why it gave no time stamp
   */
  private record Rest(Reason reason, Instant end) {}

  public RestingTimestampAuthority(TimestampAuthority authority, Clock clock) {
    this.authority = authority;
    this.clock = clock;
  }

  @Override
  public Answer stamp(byte[] sha256) {
    Rest now = rest;
    if (clock.instant().isBefore(now.end())) {
      return new Answer.Refused(now.reason());
    }
    Answer answer = authority.stamp(sha256);
    if (answer instanceof Answer.Refused(Reason reason)) {
      rest = new Rest(reason, clock.instant().plus(REST));
    }
    return answer;
  }
}
