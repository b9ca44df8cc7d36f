package com.enterprisesigning.local.queue;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.enterprisesigning.local.lambda.HandlerSource;
import com.enterprisesigning.local.lambda.Invocation;
import com.enterprisesigning.local.lambda.LocalFunction;
import com.enterprisesigning.local.template.QueueConsumer;
import java.time.Clock;
import java.time.Duration;

/**
 * Lambda's event source mapping. It hands a queue's messages to a function in batches and deletes
 * those that the function has finished. The others become visible again after the visibility
 * timeout. It handles one batch at a time; Lambda handles several.
 */
public final class FollowUpPoller implements AutoCloseable {
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  private final LocalQueue queue;
  private final QueueConsumer consumer;
  private final LocalFunction<SQSEvent, SQSBatchResponse> function;
  private final Thread thread;

  private FollowUpPoller(
      LocalQueue queue,
      QueueConsumer consumer,
      LocalFunction<SQSEvent, SQSBatchResponse> function) {
    this.queue = queue;
    this.consumer = consumer;
    this.function = function;
    this.thread =
        Thread.ofVirtual().name(consumer.function().name() + " poller").unstarted(this::poll);
  }

  /**
   * Creates a poller. It polls only in {@link #pollOnce}, and by itself after {@link #start}.
   *
   * @param handlers where the function's class comes from
   * @throws IllegalArgumentException if the template names a handler or a queue that does not exist
   */
  public static FollowUpPoller of(
      QueueConsumer consumer, LocalQueues queues, HandlerSource handlers, Clock clock) {
    LocalQueue queue =
        queues
            .named(consumer.queue())
            .orElseThrow(
                () -> new IllegalArgumentException("there is no queue " + consumer.queue()));
    return new FollowUpPoller(
        queue,
        consumer,
        new LocalFunction<>(
            consumer.function(),
            handlers.handler(consumer.function().handler()),
            SQSEvent.class,
            SQSBatchResponse.class,
            clock));
  }

  /** Starts polling in the background, whenever a message is due. */
  public void start() {
    thread.start();
  }

  private void poll() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        if (queue.awaitDue(LOOK_AGAIN)) {
          pollOrReport();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Polls, and reports a failure. The messages come again after their visibility timeout. */
  private void pollOrReport() {
    try {
      pollOnce();
    } catch (RuntimeException e) {
      System.err.println("A batch of the follow-up queue was not delivered to its function: " + e);
    }
  }

  /**
   * Hands over one batch of due messages, and returns when the function has finished it. If another
   * batch is being handled, it waits for that first.
   *
   * @return how many messages the batch had
   */
  public synchronized int pollOnce() {
    SqsBatch batch = new SqsBatch(consumer.queue(), queue.receive(consumer.batchSize()));
    if (!batch.messages().isEmpty()) {
      Invocation invocation = function.invoke(batch.event(), consumer.function().timeout());
      batch.done(invocation, consumer.reportsFailures()).forEach(queue::delete);
    }
    return batch.messages().size();
  }

  /** Stops at once, interrupting a batch that is being handled. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
