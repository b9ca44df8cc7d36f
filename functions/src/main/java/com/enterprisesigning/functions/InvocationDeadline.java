package com.enterprisesigning.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.enterprisesigning.signing.Deadline;
import java.time.Clock;
import java.time.Duration;

/**
 * The deadline of the protocols: shortly before Lambda ends the invocation, which it does without
 * warning.
 */
final class InvocationDeadline {
  /** Time reserved for the answer and its log line. */
  private static final Duration MARGIN = Duration.ofMillis(500);

  /** Time reserved for the answer alone, which names the messages that did not finish. */
  private static final Duration LAST_MARGIN = Duration.ofMillis(200);

  private InvocationDeadline() {}

  static Deadline of(Context context, Clock clock) {
    Duration left = Duration.ofMillis(context.getRemainingTimeInMillis());
    return new Deadline(clock.instant().plus(left).minus(MARGIN), clock);
  }

  /** Returns how long to wait for work that should meet the deadline but may be late. */
  static Duration patience(Context context) {
    return Duration.ofMillis(context.getRemainingTimeInMillis()).minus(LAST_MARGIN);
  }
}
