package com.enterprisesigning.local.template;

import java.util.List;
import java.util.Map;

/**
 * A function that takes the messages of a queue: Lambda's event source mapping.
 *
 * @param queue the queue's logical id
 * @param batchSize the most messages that an event holds
 * @param reportsFailures whether the function's answer names the messages that failed
 */
public record QueueConsumer(
    FunctionDefinition function, String queue, int batchSize, boolean reportsFailures) {
  private static final int LAMBDA_DEFAULT_BATCH_SIZE = 10;

  static List<QueueConsumer> read(FunctionDefinition function, Map<?, ?> events) {
    return events.values().stream()
        .map(Map.class::cast)
        .filter(event -> "SQS".equals(event.get("Type")))
        .map(event -> read(function, event.get("Properties")))
        .toList();
  }

  private static QueueConsumer read(FunctionDefinition function, Object event) {
    Map<?, ?> properties = event instanceof Map<?, ?> map ? map : Map.of();
    return new QueueConsumer(
        function,
        QueueDefinition.ofArn(properties.get("Queue")),
        properties.get("BatchSize") instanceof Integer size ? size : LAMBDA_DEFAULT_BATCH_SIZE,
        properties.get("FunctionResponseTypes") instanceof List<?> types
            && types.contains("ReportBatchItemFailures"));
  }

  void requireIn(Map<String, QueueDefinition> queues) {
    if (!queues.containsKey(queue)) {
      throw new IllegalArgumentException(
          "template.yaml: "
              + function.name()
              + " reads from the queue "
              + queue
              + ", which is not an AWS::SQS::Queue there. Correct the function's event.");
    }
  }
}
