package com.enterprisesigning.local.queue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The event that Lambda creates from received messages.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">Lambda's developer
 *     guide</a>
 */
final class SqsEvents {
  private SqsEvents() {}

  /** Returns the event as JSON. */
  static String event(String queue, List<QueueMessage> messages) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    messages.forEach(message -> event.withArray("/Records").add(record(queue, message)));
    return event.toString();
  }

  private static ObjectNode record(String queue, QueueMessage message) {
    MessageContent content = message.content();
    ObjectNode record =
        JsonNodeFactory.instance
            .objectNode()
            .put("messageId", message.id().toString())
            .put("receiptHandle", message.receiptHandle().text())
            .put("body", content.body());
    ObjectNode system = record.putObject("attributes");
    Receiving.systemAttributes(message).forEach(system::put);
    ObjectNode own = record.putObject("messageAttributes");
    content
        .attributes()
        .forEach((name, attribute) -> {
          ObjectNode json = own.putObject(name);
          json.put(attribute.isBinary() ? "binaryValue" : "stringValue", attribute.text());
          json.putArray("stringListValues");
          json.putArray("binaryListValues");
          json.put("dataType", attribute.dataType());
        });
    return record
        .put("md5OfBody", content.md5OfBody())
        .put("eventSource", "aws:sqs")
        .put("eventSourceARN", LocalQueues.arn(queue))
        .put("awsRegion", "eu-north-1");
  }
}
