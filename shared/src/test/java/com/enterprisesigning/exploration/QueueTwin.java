package com.enterprisesigning.exploration;

import com.enterprisesigning.store.FollowUpMessage;
import com.enterprisesigning.store.FollowUpQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The follow-up queue in memory. Its clock decides which messages are due, and it can be copied.
 */
final class QueueTwin implements FollowUpQueue {
  private record Waiting(String text, FollowUpMessage message, Instant dueAt) {}

  private static final Comparator<Waiting> SOONEST =
      Comparator.comparing(Waiting::dueAt).thenComparing(Waiting::text);

  private final Clock clock;
  private final List<Waiting> waiting;
  private final Set<String> heardOf;

  private QueueTwin(Clock clock, List<Waiting> waiting, Set<String> heardOf) {
    this.clock = clock;
    this.waiting = new ArrayList<>(waiting);
    this.heardOf = new TreeSet<>(heardOf);
  }

  static QueueTwin empty(Clock clock) {
    return new QueueTwin(clock, List.of(), Set.of());
  }

  QueueTwin copy(Clock other) {
    return new QueueTwin(other, waiting, heardOf);
  }

  @Override
  public void send(FollowUpMessage message, List<Duration> delays) {
    heardOf.add(message.order().orderRef());
    delays.forEach(
        delay -> waiting.add(new Waiting(text(message), message, clock.instant().plus(delay))));
  }

  private static String text(FollowUpMessage message) {
    return message.getClass().getSimpleName() + " " + message.order().orderRef();
  }

  boolean hasDue() {
    return waiting.stream().anyMatch(this::isDue);
  }

  private boolean isDue(Waiting message) {
    return !message.dueAt().isAfter(clock.instant());
  }

  /** Takes the message that has been due the longest. */
  Optional<FollowUpMessage> take() {
    Optional<Waiting> due = waiting.stream().filter(this::isDue).min(SOONEST);
    due.ifPresent(waiting::remove);
    return due.map(Waiting::message);
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Returns whether the queue ever accepted a message about the order. */
  boolean hasHeardOf(String orderRef) {
    return heardOf.contains(orderRef);
  }

  boolean hasCompletionOf(String orderRef) {
    return hasOf(FollowUpMessage.Store.class, orderRef);
  }

  /** Returns whether a start has left the end of its order to the queue (F8). */
  boolean hasEndOf(String orderRef) {
    return hasOf(FollowUpMessage.End.class, orderRef);
  }

  private boolean hasOf(Class<? extends FollowUpMessage> kind, String orderRef) {
    return waiting.stream()
        .map(Waiting::message)
        .filter(kind::isInstance)
        .anyMatch(message -> message.order().orderRef().equals(orderRef));
  }

  /** Returns the times at which messages become due. */
  List<Instant> boundaries() {
    return waiting.stream().map(Waiting::dueAt).toList();
  }

  void describe(StringBuilder text) {
    waiting.stream()
        .sorted(SOONEST)
        .forEach(message -> text.append(message.text()).append(message.dueAt().toEpochMilli()));
  }
}
