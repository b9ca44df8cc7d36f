package com.enterprisesigning.local.queue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code SendMessage} and {@code SendMessageBatch}. */
final class Sending {
  private Sending() {}

  static ObjectNode send(LocalQueue queue, QueueRequest request) {
    MessageContent content = request.content(queue.definition().maximumMessageBytes());
    QueueMessage message = queue.send(content, request.delay());
    ObjectNode answer =
        JsonNodeFactory.instance
            .objectNode()
            .put("MessageId", message.id().toString())
            .put("MD5OfMessageBody", content.md5OfBody());
    content.md5OfAttributes().ifPresent(md5 -> answer.put("MD5OfMessageAttributes", md5));
    return answer;
  }

  /** Sends all entries. Together they may be no larger than a single message. */
  static ObjectNode sendBatch(LocalQueue queue, QueueRequest request) {
    Batch batch = new Batch(request);
    int most = queue.definition().maximumMessageBytes();
    int together =
        batch.entries().stream().mapToInt(entry -> entry.content(Integer.MAX_VALUE).bytes()).sum();
    if (together > most) {
      throw QueueRefusal.named(
          "BatchRequestTooLong",
          "BatchRequestTooLong",
          "Batch requests cannot be longer than %d bytes. You have sent %d bytes."
              .formatted(most, together));
    }
    return batch.each(entry -> send(queue, entry));
  }
}
