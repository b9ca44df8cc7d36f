package com.enterprisesigning.local.queue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message in a queue.
 *
 * @param visibleAt when it can be received: after its delay, or after the visibility timeout of its
 *     last receive
 * @param receives how often it was received
 */
record QueueMessage(
    UUID id,
    MessageContent content,
    Instant sentAt,
    Instant visibleAt,
    int receives,
    Optional<Instant> firstReceivedAt) {

  QueueMessage received(Instant now, Instant hiddenUntil) {
    return new QueueMessage(
        id, content, sentAt, hiddenUntil, receives + 1, Optional.of(firstReceivedAt.orElse(now)));
  }

  QueueMessage visibleAt(Instant then) {
    return new QueueMessage(id, content, sentAt, then, receives, firstReceivedAt);
  }

  boolean isDue(Instant now) {
    return !now.isBefore(visibleAt);
  }

  /** Returns whether it was received, and neither deleted nor visible again. */
  boolean isInFlight(Instant now) {
    return receives > 0 && !isDue(now);
  }

  ReceiptHandle receiptHandle() {
    return new ReceiptHandle(id, receives);
  }
}
