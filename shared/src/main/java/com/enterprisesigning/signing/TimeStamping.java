package com.enterprisesigning.signing;

import com.enterprisesigning.domain.Order;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.StampedText;
import com.enterprisesigning.evidence.TimeStamp;
import com.enterprisesigning.evidence.TimestampAuthority;
import com.enterprisesigning.evidence.TimestampAuthority.Answer;
import com.enterprisesigning.store.Evidences;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Has the evidence of an order stamped by an authority that vouches for the time ({@code
 * docs/architecture.md#time-stamps}). It comes after everything else about the order, and changes
 * no signing. Without an authority it does nothing, and reads nothing.
 */
final class TimeStamping {
  private final Optional<TimestampAuthority> authority;
  private final Evidences evidences;
  private final Audit audit;
  private final Clock clock;

  TimeStamping(
      Optional<TimestampAuthority> authority, Evidences evidences, Audit audit, Clock clock) {
    this.authority = authority;
    this.evidences = evidences;
    this.audit = audit;
    this.clock = clock;
  }

  /** What came of it. */
  sealed interface Result {
    /** The evidence is stamped, or there is none to stamp. */
    record Done() implements Result {}

    /** The authority gave no time stamp, and is to be asked again after this pause. */
    record Later(Duration pause) implements Result {}

    /** The authority has given no time stamp for {@link Timing#STAMP_LIFE}. */
    record GivenUp() implements Result {}
  }

  /**
   * Stamps the evidence of an order that is over, if there is any. Every stored completion is
   * stamped, also a rejected one: it may verify once a root is corrected.
   *
   * @param since when the authority was first asked
   */
  Result stamp(Order order, Instant since, Deadline deadline) {
    return authority
        .flatMap(it -> unstamped(order).map(evidence -> stamp(it, evidence, since, deadline)))
        .orElseGet(Result.Done::new);
  }

  private Optional<Evidence> unstamped(Order order) {
    return evidences.all(order.participantId()).stream()
        .filter(filed -> filed.orderRef().equals(order.orderRef()))
        .findFirst()
        .filter(filed -> filed.timeStamp().get().isEmpty())
        .map(filed -> filed.evidence().get());
  }

  private Result stamp(
      TimestampAuthority authority, Evidence evidence, Instant since, Deadline deadline) {
    return deadline.leaves(Timing.LEFT_TO_STAMP)
            && authority.stamp(StampedText.of(evidence).digest())
                instanceof Answer.Stamped(TimeStamp timeStamp)
        ? stored(evidence, timeStamp)
        : missed(evidence, since);
  }

  /** Stores the time stamp. Another message may have stored one meanwhile, and that one stays. */
  private Result stored(Evidence evidence, TimeStamp timeStamp) {
    if (evidences.stamp(evidence, timeStamp)) {
      audit.record(AuditRecord.timeStamp(evidence, true));
    }
    return new Result.Done();
  }

  private Result missed(Evidence evidence, Instant since) {
    Duration away = Duration.between(since, clock.instant());
    if (away.compareTo(Timing.STAMP_LIFE) < 0) {
      return new Result.Later(pause(away));
    }
    audit.record(AuditRecord.timeStamp(evidence, false));
    return new Result.GivenUp();
  }

  /** Returns a pause that grows with the time that the authority has been away. */
  private static Duration pause(Duration away) {
    long seconds =
        Math.clamp(
            away.toSeconds() / 2,
            Timing.STAMP_PAUSE.toSeconds(),
            Timing.STAMP_PAUSE_LONGEST.toSeconds());
    return Duration.ofSeconds(seconds);
  }
}
