package com.enterprisesigning.local.template;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * An SQS queue as the template defines it, with SQS's defaults for what the template leaves out.
 *
 * @param name the logical id, which is the queue's name in a local run
 * @param visibilityTimeout how long a message is hidden from other receivers once it is received
 * @param retention how long a message is kept, counted from when it was sent
 * @param maximumMessageBytes the largest message that it accepts
 * @param redrive where messages go that have been received too often
 */
public record QueueDefinition(
    String name,
    Duration visibilityTimeout,
    Duration retention,
    int maximumMessageBytes,
    Optional<Redrive> redrive) {
  private static final int DEFAULT_VISIBILITY_SECONDS = 30;
  private static final int DEFAULT_RETENTION_SECONDS = 345_600;
  private static final int DEFAULT_MAXIMUM_BYTES = 1024 * 1024;

  /**
   * The dead-letter queue of another queue.
   *
   * @param queue the dead-letter queue's logical id
   * @param maxReceives after this many receives a message moves there instead of being received
   *     again
   */
  public record Redrive(String queue, int maxReceives) {}

  static QueueDefinition read(String name, Map<?, ?> properties) {
    return new QueueDefinition(
        name,
        Duration.ofSeconds(number(properties, "VisibilityTimeout", DEFAULT_VISIBILITY_SECONDS)),
        Duration.ofSeconds(number(properties, "MessageRetentionPeriod", DEFAULT_RETENTION_SECONDS)),
        number(properties, "MaximumMessageSize", DEFAULT_MAXIMUM_BYTES),
        redrive(properties));
  }

  /** Returns the logical id in {@code !GetAtt <logical id>.Arn}. */
  static String ofArn(Object arn) {
    return String.valueOf(arn).replaceAll("\\.Arn$", "");
  }

  private static Optional<Redrive> redrive(Map<?, ?> properties) {
    return properties.get("RedrivePolicy") instanceof Map<?, ?> policy
        ? Optional.of(
            new Redrive(
                ofArn(policy.get("deadLetterTargetArn")),
                number(policy, "maxReceiveCount", Integer.MAX_VALUE)))
        : Optional.empty();
  }

  private static int number(Map<?, ?> properties, String name, int otherwise) {
    return properties.get(name) instanceof Integer number ? number : otherwise;
  }
}
