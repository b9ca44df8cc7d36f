package com.enterprisesigning.local.queue;

import com.enterprisesigning.local.template.QueueDefinition;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The queues of the template, by name. */
public final class LocalQueues {
  private static final String ACCOUNT = "000000000000";

  private final Map<String, LocalQueue> queues = new HashMap<>();

  /**
   * Creates all queues, empty.
   *
   * @throws IllegalArgumentException if a dead-letter queue is not among them
   */
  public LocalQueues(Map<String, QueueDefinition> definitions, Clock clock) {
    definitions.keySet().forEach(name -> make(name, definitions, clock));
  }

  private LocalQueue make(String name, Map<String, QueueDefinition> definitions, Clock clock) {
    if (!queues.containsKey(name)) {
      QueueDefinition definition =
          Optional.ofNullable(definitions.get(name))
              .orElseThrow(() ->
                  new IllegalArgumentException(
                      "template.yaml has no queue "
                          + name
                          + " for failed messages. Correct the RedrivePolicy."));
      Optional<LocalQueue> deadLetters =
          definition.redrive().map(redrive -> make(redrive.queue(), definitions, clock));
      queues.put(name, new LocalQueue(definition, deadLetters, clock));
    }
    return queues.get(name);
  }

  /** Returns the queue with this logical id. */
  Optional<LocalQueue> named(String name) {
    return Optional.ofNullable(queues.get(name));
  }

  /** Returns the queue's {@code QueueUrl}. */
  public static URI url(URI endpoint, String name) {
    return endpoint.resolve("/" + ACCOUNT + "/" + name);
  }

  static String arn(String name) {
    return "arn:aws:sqs:eu-north-1:" + ACCOUNT + ":" + name;
  }
}
