package com.enterprisesigning.local.queue;

import com.enterprisesigning.local.template.QueueDefinition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A standard queue in memory. Delays, visibility timeouts and retention follow the given clock.
 * Only the latest receive of a message can delete it, which is the worst case that SQS allows.
 */
final class LocalQueue {
  /** How soon a waiting receiver notices that the clock was set, or that the machine slept. */
  private static final Duration CLOCK_CHECK_INTERVAL = Duration.ofSeconds(1);

  private final QueueDefinition definition;
  private final Optional<LocalQueue> deadLetters;
  private final Clock clock;
  private final Map<UUID, QueueMessage> messages = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  LocalQueue(QueueDefinition definition, Optional<LocalQueue> deadLetters, Clock clock) {
    this.definition = definition;
    this.deadLetters = deadLetters;
    this.clock = clock;
  }

  /** Returns the template's definition of the queue. */
  QueueDefinition definition() {
    return definition;
  }

  /** How many messages there are, by state. */
  record Counts(int due, int delayed, int inFlight) {}

  /** Adds a message, which can be received once the delay is over. */
  QueueMessage send(String body, Duration delay) {
    Instant now = clock.instant();
    return put(
        new QueueMessage(UUID.randomUUID(), body, now, now.plus(delay), 0, Optional.empty()));
  }

  /**
   * Returns due messages, and hides them for the queue's visibility timeout. A message that has
   * been received too often moves to the dead-letter queue instead.
   *
   * @param most the largest number of messages to return
   */
  List<QueueMessage> receive(int most) {
    return locked(() -> {
      Instant now = clock.instant();
      forgetExpired(now);
      due(now).stream().filter(this::isHopeless).forEach(this::moveAway);
      List<QueueMessage> received =
          due(now).stream()
              .limit(most)
              .map(message -> message.received(now, now.plus(definition.visibilityTimeout())))
              .toList();
      received.forEach(message -> messages.put(message.id(), message));
      return received;
    });
  }

  /**
   * Deletes a message, unless it has been received again since. A message that no longer exists is
   * not an error.
   */
  void delete(QueueMessage received) {
    locked(() ->
        messages.computeIfPresent(
            received.id(),
            (_, message) -> message.receives() == received.receives() ? null : message));
  }

  /** Returns how many messages there are now. */
  Counts counts() {
    return locked(() -> {
      Instant now = clock.instant();
      forgetExpired(now);
      return new Counts(
          count(message -> message.isDue(now)),
          count(message -> !message.isDue(now) && message.receives() == 0),
          count(message -> message.isInFlight(now)));
    });
  }

  /**
   * Waits until a message is due, for at most {@code patience} of real time. If a test turns the
   * clock, the wait notices within a second.
   *
   * @return whether a message is due
   */
  boolean awaitDue(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    lock.lockInterruptibly();
    try {
      while (true) {
        Instant now = clock.instant();
        if (messages.values().stream().anyMatch(message -> message.isDue(now))) {
          return true;
        }
        long left = end - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        // The loop checks again, so waking too early or too late does no harm.
        var _ = changed.awaitNanos(Math.min(left, untilNextDue(now).toNanos()));
      }
    } finally {
      lock.unlock();
    }
  }

  private Duration untilNextDue(Instant now) {
    return messages.values().stream()
        .map(message -> Duration.between(now, message.visibleAt()))
        .filter(wait -> wait.compareTo(CLOCK_CHECK_INTERVAL) < 0)
        .min(Comparator.naturalOrder())
        .orElse(CLOCK_CHECK_INTERVAL);
  }

  private QueueMessage put(QueueMessage message) {
    return locked(() -> {
      messages.put(message.id(), message);
      changed.signalAll();
      return message;
    });
  }

  private List<QueueMessage> due(Instant now) {
    return messages.values().stream()
        .filter(message -> message.isDue(now))
        .sorted(Comparator.comparing(QueueMessage::visibleAt))
        .toList();
  }

  private boolean isHopeless(QueueMessage message) {
    return definition
        .redrive()
        .filter(redrive -> message.receives() >= redrive.maxReceives())
        .isPresent();
  }

  /** Moves a message to the dead-letter queue. The message keeps its age, as on SQS. */
  private void moveAway(QueueMessage message) {
    messages.remove(message.id());
    deadLetters.ifPresent(queue -> queue.put(message));
  }

  private void forgetExpired(Instant now) {
    messages
        .values()
        .removeIf(message -> !message.sentAt().plus(definition.retention()).isAfter(now));
  }

  private int count(Predicate<QueueMessage> state) {
    return (int) messages.values().stream().filter(state).count();
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
