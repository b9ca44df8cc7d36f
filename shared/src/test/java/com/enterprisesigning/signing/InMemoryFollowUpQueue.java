package com.enterprisesigning.signing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The follow-up queue in memory, the twin of the SQS queue. Its clock decides which messages are
 * due.
 */
public final class InMemoryFollowUpQueue implements FollowUpQueue {
  private record Waiting(FollowUpMessage message, Instant dueAt) {}

  private final Clock clock;
  private final List<Waiting> waiting = new ArrayList<>();

  public InMemoryFollowUpQueue(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void send(FollowUpMessage message, List<Duration> delays) {
    delays.forEach(delay -> waiting.add(new Waiting(message, clock.instant().plus(delay))));
  }

  /** Takes the messages that are due. */
  public synchronized List<FollowUpMessage> due() {
    Instant now = clock.instant();
    List<Waiting> due = waiting.stream().filter(it -> !it.dueAt().isAfter(now)).toList();
    waiting.removeAll(due);
    return due.stream().map(Waiting::message).toList();
  }

  public synchronized boolean isEmpty() {
    return waiting.isEmpty();
  }
}
