package com.enterprisesigning.local.queue;

import com.enterprisesigning.local.lambda.Invocation;
import com.enterprisesigning.local.web.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Messages that Lambda hands to a function together. Creates the event, and reads the function's
 * answer to it.
 *
 * @param queue the queue's name
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">Lambda's developer
 *     guide</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting">Lambda's
 *     developer guide, partial batch responses</a>
 */
record SqsBatch(String queue, List<QueueMessage> messages) {

  /** Returns the event as JSON. */
  String event() {
    ObjectNode event = Json.object();
    messages.forEach(message -> event.withArray("/Records").add(record(message)));
    return event.toString();
  }

  private ObjectNode record(QueueMessage message) {
    ObjectNode record =
        Json.object()
            .put("messageId", message.id().toString())
            .put("receiptHandle", message.receiptHandle())
            .put("body", message.body());
    record
        .putObject("attributes")
        .put("ApproximateFirstReceiveTimestamp", millis(message.firstReceivedAt().orElseThrow()))
        .put("ApproximateReceiveCount", String.valueOf(message.receives()))
        .put("SenderId", "local")
        .put("SentTimestamp", millis(message.sentAt()));
    record.putObject("messageAttributes");
    return record
        .put("md5OfBody", message.md5OfBody())
        .put("eventSource", "aws:sqs")
        .put("eventSourceARN", LocalQueues.arn(queue))
        .put("awsRegion", "eu-north-1");
  }

  private static String millis(Instant time) {
    return String.valueOf(time.toEpochMilli());
  }

  /**
   * Returns the messages to delete. The list is empty if the invocation failed, or if its answer
   * names a message that is not in the batch.
   *
   * @param reportsFailures whether the answer names the failed messages; if not, any answer means
   *     that all messages are done
   */
  List<QueueMessage> done(Invocation invocation, boolean reportsFailures) {
    return switch (invocation) {
      case Invocation.Answered(JsonNode payload) ->
          reportsFailures ? without(payload.path("batchItemFailures")) : messages;
      case Invocation.Failed() -> List.of();
      case Invocation.NoAnswer() -> List.of();
    };
  }

  private List<QueueMessage> without(JsonNode failures) {
    Set<String> failed = new HashSet<>();
    failures.forEach(failure -> failed.add(failure.path("itemIdentifier").asText("")));
    List<QueueMessage> done =
        messages.stream().filter(message -> !failed.contains(message.id().toString())).toList();
    return done.size() + failed.size() == messages.size() ? done : List.of();
  }
}
