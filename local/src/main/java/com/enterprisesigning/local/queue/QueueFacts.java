package com.enterprisesigning.local.queue;

import com.enterprisesigning.local.template.QueueDefinition;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@code GetQueueAttributes}. */
final class QueueFacts {
  private static final String ALL = "All";

  private QueueFacts() {}

  static ObjectNode attributes(LocalQueue queue, QueueRequest request) {
    Set<String> asked = request.names("AttributeNames");
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    facts(queue)
        .forEach((name, value) -> {
          if (asked.contains(ALL) || asked.contains(name)) {
            answer.withObject("/Attributes").put(name, value);
          }
        });
    return answer;
  }

  private static Map<String, String> facts(LocalQueue queue) {
    QueueDefinition definition = queue.definition();
    LocalQueue.Counts counts = queue.counts();
    Map<String, String> facts = new TreeMap<>();
    facts.put("ApproximateNumberOfMessages", String.valueOf(counts.due()));
    facts.put("ApproximateNumberOfMessagesDelayed", String.valueOf(counts.delayed()));
    facts.put("ApproximateNumberOfMessagesNotVisible", String.valueOf(counts.inFlight()));
    facts.put("DelaySeconds", "0");
    facts.put("MaximumMessageSize", String.valueOf(definition.maximumMessageBytes()));
    facts.put("MessageRetentionPeriod", String.valueOf(definition.retention().toSeconds()));
    facts.put("QueueArn", LocalQueues.arn(definition.name()));
    facts.put("VisibilityTimeout", String.valueOf(definition.visibilityTimeout().toSeconds()));
    definition.redrive().ifPresent(redrive -> facts.put("RedrivePolicy", policy(redrive)));
    return facts;
  }

  private static String policy(QueueDefinition.Redrive redrive) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("deadLetterTargetArn", LocalQueues.arn(redrive.queue()))
        .put("maxReceiveCount", redrive.maxReceives())
        .toString();
  }
}
