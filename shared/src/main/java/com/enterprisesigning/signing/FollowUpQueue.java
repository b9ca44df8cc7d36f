package com.enterprisesigning.signing;

import java.time.Duration;
import java.util.List;

/**
 * The queue of what has to be seen to though no caller comes back (design section 5, follow-up). A
 * message is delivered at least once, not before its delay is over, in no order.
 */
public interface FollowUpQueue {

  /** The longest delay that the queue takes. */
  Duration LONGEST_DELAY = Duration.ofMinutes(15);

  /** How many delays one message is sent with at the most. */
  int MOST_DELAYS = 10;

  /**
   * Sends a message once for each delay, in one exchange.
   *
   * @param delays of whole seconds, none longer than {@link #LONGEST_DELAY}; no more than {@link
   *     #MOST_DELAYS}
   * @throws QueueUnavailable where not every one is known to have been taken; some may be delivered
   *     all the same
   */
  void send(FollowUpMessage message, List<Duration> delays);
}
