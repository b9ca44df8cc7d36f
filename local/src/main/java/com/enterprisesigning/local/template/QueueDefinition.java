package com.enterprisesigning.local.template;

import java.time.Duration;
import java.util.Optional;

/**
 * An SQS queue as the template defines it, with SQS's defaults for what the template leaves out.
 *
 * @param name the logical id, which is the queue's name in a local run
 * @param visibilityTimeout how long a received message is hidden from other receivers
 * @param retention how long a message is kept, counted from when it was sent
 * @param maximumMessageBytes the size of the largest message that the queue accepts
 * @param redrive where a message goes that has been received too often
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
   * The rule by which messages move to a dead-letter queue.
   *
   * @param queue the dead-letter queue's logical id
   * @param maxReceives after this many receives a message moves instead of being received again
   */
  public record Redrive(String queue, int maxReceives) {}

  static QueueDefinition read(String name, YamlMap properties) {
    return new QueueDefinition(
        name,
        Duration.ofSeconds(properties.number("VisibilityTimeout", DEFAULT_VISIBILITY_SECONDS)),
        Duration.ofSeconds(properties.number("MessageRetentionPeriod", DEFAULT_RETENTION_SECONDS)),
        properties.number("MaximumMessageSize", DEFAULT_MAXIMUM_BYTES),
        redrive(properties.map("RedrivePolicy")));
  }

  /** Returns the logical id in {@code !GetAtt <logical id>.Arn}. */
  static String ofArn(String arn) {
    return arn.replaceAll("\\.Arn$", "");
  }

  private static Optional<Redrive> redrive(YamlMap policy) {
    return policy
        .text("deadLetterTargetArn")
        .map(arn -> new Redrive(ofArn(arn), policy.number("maxReceiveCount", Integer.MAX_VALUE)));
  }
}
