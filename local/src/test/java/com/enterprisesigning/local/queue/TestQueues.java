package com.enterprisesigning.local.queue;

import com.enterprisesigning.local.template.QueueDefinition;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.threeten.extra.MutableClock;

/**
 * The follow-up queue and its dead-letter queue, with the template's numbers except for {@link
 * #MAX_RECEIVES}.
 */
final class TestQueues {
  static final String QUEUE = "FollowUpQueue";
  static final String DEAD_LETTERS = "FollowUpDeadLetterQueue";
  static final Duration VISIBILITY = Duration.ofSeconds(30);
  static final int MAX_RECEIVES = 20;
  private static final int MAXIMUM_BYTES = 1024 * 1024;

  final MutableClock clock = MutableClock.of(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);
  final LocalQueues queues =
      new LocalQueues(
          Map.of(
              QUEUE,
              new QueueDefinition(
                  QUEUE,
                  VISIBILITY,
                  Duration.ofDays(4),
                  MAXIMUM_BYTES,
                  Optional.of(new QueueDefinition.Redrive(DEAD_LETTERS, MAX_RECEIVES))),
              DEAD_LETTERS,
              new QueueDefinition(
                  DEAD_LETTERS, VISIBILITY, Duration.ofDays(14), MAXIMUM_BYTES, Optional.empty())),
          clock);

  LocalQueue queue() {
    return queues.named(QUEUE).orElseThrow();
  }

  LocalQueue deadLetters() {
    return queues.named(DEAD_LETTERS).orElseThrow();
  }

  QueueMessage send(String body, Duration delay) {
    return queue().send(body, delay);
  }
}
