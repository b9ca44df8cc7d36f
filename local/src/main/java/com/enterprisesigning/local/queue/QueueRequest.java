package com.enterprisesigning.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A request in AWS JSON, or an entry of a batch. Every member is checked as SQS checks it. */
record QueueRequest(JsonNode json) {
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);
  private static final Duration LONGEST_VISIBILITY_TIMEOUT = Duration.ofHours(12);

  String text(String member) {
    String text = json.path(member).asText("");
    if (text.isEmpty()) {
      throw QueueRefusal.missing(member);
    }
    return text;
  }

  int number(String member, int otherwise, int least, int most) {
    JsonNode value = json.path(member);
    if (value.isMissingNode() || value.isNull()) {
      return otherwise;
    }
    if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
      throw QueueRefusal.invalid(
          "Value %s for parameter %s is invalid. Reason: Must be >= %d and <= %d."
              .formatted(value.asText(), member, least, most));
    }
    return value.intValue();
  }

  Set<String> names(String member) {
    return StreamSupport.stream(json.path(member).spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toSet());
  }

  Duration delay() {
    return Duration.ofSeconds(number("DelaySeconds", 0, 0, (int) LONGEST_DELAY.toSeconds()));
  }

  Duration visibilityTimeout(Duration otherwise) {
    int most = (int) LONGEST_VISIBILITY_TIMEOUT.toSeconds();
    return Duration.ofSeconds(number("VisibilityTimeout", (int) otherwise.toSeconds(), 0, most));
  }

  ReceiptHandle receiptHandle() {
    return ReceiptHandle.parse(text("ReceiptHandle"));
  }

  /**
   * Returns the message to send.
   *
   * @throws QueueRefusal if it is larger than the queue accepts
   */
  MessageContent content(int maximumBytes) {
    SortedMap<String, MessageAttribute> attributes = new TreeMap<>();
    json.path("MessageAttributes")
        .properties()
        .forEach(attribute ->
            attributes.put(
                attribute.getKey(),
                MessageAttribute.read(attribute.getKey(), attribute.getValue())));
    MessageContent content = new MessageContent(text("MessageBody"), attributes);
    if (content.bytes() > maximumBytes) {
      throw QueueRefusal.invalid(
          "One or more parameters are invalid. Reason: Message must be shorter than "
              + maximumBytes
              + " bytes.");
    }
    return content;
  }
}
