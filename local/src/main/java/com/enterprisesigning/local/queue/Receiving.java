package com.enterprisesigning.local.queue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@code ReceiveMessage}, and the operations on a receipt handle. */
final class Receiving {
  private static final int MOST_MESSAGES = 10;
  private static final int LONGEST_WAIT_SECONDS = 20;
  private static final String ALL = "All";

  private Receiving() {}

  static ObjectNode receive(LocalQueue queue, QueueRequest request) {
    int most = request.number("MaxNumberOfMessages", 1, 1, MOST_MESSAGES);
    Duration hidden = request.visibilityTimeout(queue.definition().visibilityTimeout());
    Duration wait =
        Duration.ofSeconds(request.number("WaitTimeSeconds", 0, 0, LONGEST_WAIT_SECONDS));
    Set<String> system = request.names("MessageSystemAttributeNames");
    system.addAll(request.names("AttributeNames")); // the older name of the same member
    Set<String> own = request.names("MessageAttributeNames");
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    if (isDueWithin(queue, wait)) {
      for (QueueMessage message : queue.receive(most, hidden)) {
        answer.withArray("/Messages").add(json(message, system, own));
      }
    }
    return answer;
  }

  private static boolean isDueWithin(LocalQueue queue, Duration wait) {
    try {
      return queue.awaitDue(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static ObjectNode json(QueueMessage message, Set<String> system, Set<String> own) {
    MessageContent content = message.content();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("MessageId", message.id().toString())
            .put("ReceiptHandle", message.receiptHandle().text())
            .put("Body", content.body())
            .put("MD5OfBody", content.md5OfBody());
    systemAttributes(message)
        .forEach((name, value) -> {
          if (system.contains(ALL) || system.contains(name)) {
            json.withObject("/Attributes").put(name, value);
          }
        });
    MessageContent asked = content.only(name -> own.contains(ALL) || own.contains(name));
    asked
        .attributes()
        .forEach((name, value) -> json.withObject("/MessageAttributes").set(name, value.toJson()));
    asked.md5OfAttributes().ifPresent(md5 -> json.put("MD5OfMessageAttributes", md5));
    return json;
  }

  /**
   * Returns the attributes that SQS itself sets on a message, by name; times are in epoch
   * milliseconds.
   */
  static Map<String, String> systemAttributes(QueueMessage message) {
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("ApproximateReceiveCount", String.valueOf(message.receives()));
    attributes.put("SentTimestamp", String.valueOf(message.sentAt().toEpochMilli()));
    attributes.put("SenderId", "local");
    message
        .firstReceivedAt()
        .ifPresent(first ->
            attributes.put(
                "ApproximateFirstReceiveTimestamp", String.valueOf(first.toEpochMilli())));
    return attributes;
  }

  static ObjectNode delete(LocalQueue queue, QueueRequest request) {
    queue.delete(request.receiptHandle());
    return JsonNodeFactory.instance.objectNode();
  }

  static ObjectNode deleteBatch(LocalQueue queue, QueueRequest request) {
    return new Batch(request).each(entry -> delete(queue, entry));
  }

  static ObjectNode changeVisibility(LocalQueue queue, QueueRequest request) {
    ReceiptHandle handle = request.receiptHandle();
    // Required: it has no default in this operation.
    request.text("VisibilityTimeout");
    queue.hide(handle, request.visibilityTimeout(Duration.ZERO));
    return JsonNodeFactory.instance.objectNode();
  }
}
