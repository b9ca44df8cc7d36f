package com.enterprisesigning.exploration;

import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.signing.Outcome;
import com.enterprisesigning.signing.Refusal;
import com.enterprisesigning.signing.Samples;
import com.enterprisesigning.signing.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A call and the answer that its caller got.
 *
 * @param isOverlapped whether another call was in flight at the same time
 * @param endedMeanwhile the makers of orders that BankID or the person ended while the call was in
 *     flight
 */
record Told(Caller caller, History.Span span, boolean isOverlapped, Set<String> endedMeanwhile) {
  /**
   * How long a function may ask BankID: the first 3.5 s of its 20 s ({@link Timing#LEFT_TO_ASK}).
   */
  private static final Duration MAY_ASK = Timing.FUNCTION_TIMEOUT.minus(Timing.LEFT_TO_ASK);

  /**
   * Returns this call as one without an answer. It stands for what the call had already done before
   * the action that its answer is about.
   */
  Told earlier() {
    Caller silent = Caller.of(caller.name() + "*", caller.call()).ended(new Caller.End.Died());
    return new Told(silent, span, isOverlapped, endedMeanwhile);
  }

  String name() {
    return caller.name();
  }

  Call.Kind kind() {
    return caller.call().kind();
  }

  Call.Who who() {
    return caller.call().who();
  }

  Channel channel() {
    return kind() == Call.Kind.PHONE ? Channel.PHONE : Channel.START;
  }

  boolean isKeyed() {
    return kind() == Call.Kind.START_KEYED;
  }

  Optional<EndUserIp> ip() {
    return switch (kind()) {
      case START_A, START_KEYED -> Optional.of(Samples.IP_A);
      case START_B -> Optional.of(Samples.IP_B);
      case PHONE, COLLECT, CANCEL, WITHDRAW, FOLLOW_UP -> Optional.empty();
    };
  }

  /**
   * Returns whether the caller got no answer. The call may then have done all or part of its work.
   */
  boolean isUnknown() {
    return !(caller.end().orElseThrow() instanceof Caller.End.Answered);
  }

  Optional<Signing> signing() {
    return caller.end().orElseThrow()
            instanceof Caller.End.Answered(Outcome.Answered<?>(Signing signing))
        ? Optional.of(signing)
        : Optional.empty();
  }

  Optional<Refusal> refusal() {
    return caller.end().orElseThrow()
            instanceof Caller.End.Answered(Outcome.Refused<?>(Refusal refusal))
        ? Optional.of(refusal)
        : Optional.empty();
  }

  /** Returns whether there was too little time to ask BankID. */
  boolean ranOutOfTime() {
    return !caller.replies().isEmpty()
        && caller.replies().getLast().at().isAfter(span.begunAt().plus(MAY_ASK));
  }

  Moment within(Instant from, Instant to) {
    Instant earliest = from.isAfter(span.begunAt()) ? from : span.begunAt();
    Instant latest = to.isBefore(span.endedAt()) ? to : span.endedAt();
    return new Moment(earliest, latest.isBefore(earliest) ? earliest : latest);
  }
}
