package com.enterprisesigning.store;

import java.time.Duration;
import java.util.List;

/**
 * The queue of tasks that must be done even if no caller comes back ({@code
 * docs/architecture.md#follow-up}). A message is delivered at least once, not before its delay has
 * passed, and in no particular order.
 */
public interface FollowUpQueue {

  /** The longest delay that the queue accepts. */
  Duration LONGEST_DELAY = Duration.ofMinutes(15);

  /** The most delays that one message can be sent with. */
  int MOST_DELAYS = 10;

  /**
   * Sends a message once for each delay, in one request.
   *
   * @param delays whole seconds, each no longer than {@link #LONGEST_DELAY}; no more than {@link
   *     #MOST_DELAYS} of them
   * @throws QueueUnavailable unless the queue confirmed all of them; some may still be delivered
   */
  void send(FollowUpMessage message, List<Duration> delays);
}
