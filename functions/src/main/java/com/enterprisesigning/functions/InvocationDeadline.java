package com.enterprisesigning.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.enterprisesigning.signing.Deadline;
import java.time.Clock;
import java.time.Duration;

/** When the protocols must be done: before Lambda ends the invocation, which it does unasked. */
final class InvocationDeadline {
  /** For the answer itself, and its log line. */
  private static final Duration MARGIN = Duration.ofMillis(500);

  /** For the answer alone, with what came to no end. */
  private static final Duration LAST_MARGIN = Duration.ofMillis(200);

  private InvocationDeadline() {}

  static Deadline of(Context context, Clock clock) {
    Duration left = Duration.ofMillis(context.getRemainingTimeInMillis());
    return new Deadline(clock.instant().plus(left).minus(MARGIN), clock);
  }

  /** How long what keeps to the deadline is waited for, late as it may be. */
  static Duration patience(Context context) {
    return Duration.ofMillis(context.getRemainingTimeInMillis()).minus(LAST_MARGIN);
  }
}
