package com.enterprisesigning.local.template;

import java.util.List;
import java.util.Map;

/**
 * A function that consumes a queue, as Lambda's event source mapping defines it.
 *
 * @param queue the queue's logical id
 * @param batchSize the most messages that an event holds
 * @param reportsFailures whether the function's answer names the messages that failed
 */
public record QueueConsumer(
    FunctionDefinition function, String queue, int batchSize, boolean reportsFailures) {
  private static final int LAMBDA_DEFAULT_BATCH_SIZE = 10;

  static List<QueueConsumer> read(FunctionDefinition function, YamlMap events) {
    return events.maps().values().stream()
        .filter(event -> event.is("Type", "SQS"))
        .map(event -> of(function, event.map("Properties")))
        .toList();
  }

  private static QueueConsumer of(FunctionDefinition function, YamlMap event) {
    return new QueueConsumer(
        function,
        QueueDefinition.ofArn(event.text("Queue").orElse("")),
        event.number("BatchSize", LAMBDA_DEFAULT_BATCH_SIZE),
        event.hasItem("FunctionResponseTypes", "ReportBatchItemFailures"));
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
