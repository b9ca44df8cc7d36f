package com.enterprisesigning.local.queue;

import com.enterprisesigning.local.web.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** SQS's {@code SendMessageBatch}. Each entry succeeds or fails on its own. */
final class SendMessageBatch {
  private static final int MOST_ENTRIES = 10;
  private static final Pattern TEXT =
      Pattern.compile("[\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]*");

  private SendMessageBatch() {}

  /**
   * Sends the entries, and returns which succeeded and which failed.
   *
   * @throws QueueRefusal if the batch as a whole is malformed or too large
   */
  static ObjectNode send(LocalQueue queue, QueueRequest request) {
    List<QueueRequest> entries = entries(request);
    requireSize(entries, queue.definition().maximumMessageBytes());
    ObjectNode answer = Json.object();
    answer.putArray("Successful");
    answer.putArray("Failed");
    for (QueueRequest entry : entries) {
      try {
        QueueMessage sent = queue.send(body(entry), entry.delay());
        answer
            .withArray("/Successful")
            .addObject()
            .put("Id", entry.text("Id"))
            .put("MessageId", sent.id().toString())
            .put("MD5OfMessageBody", sent.md5OfBody());
      } catch (QueueRefusal e) {
        answer
            .withArray("/Failed")
            .addObject()
            .put("Id", entry.text("Id"))
            .put("SenderFault", true)
            .put("Code", e.code())
            .put("Message", e.getMessage());
      }
    }
    return answer;
  }

  private static List<QueueRequest> entries(QueueRequest request) {
    List<QueueRequest> entries = new ArrayList<>();
    request.json().path("Entries").forEach(entry -> entries.add(new QueueRequest(entry)));
    if (entries.isEmpty()) {
      throw QueueRefusal.named(
          "EmptyBatchRequest", "There should be at least one entry in the request.");
    }
    if (entries.size() > MOST_ENTRIES) {
      throw QueueRefusal.named(
          "TooManyEntriesInBatchRequest",
          "Maximum number of entries per request are 10. You have sent " + entries.size() + ".");
    }
    Set<String> ids = new HashSet<>();
    for (QueueRequest entry : entries) {
      String id = entry.text("Id");
      if (!id.matches("[A-Za-z0-9_-]{1,80}")) {
        throw QueueRefusal.named(
            "InvalidBatchEntryId",
            "A batch entry id can only contain alphanumeric characters, hyphens and underscores."
                + " It can be at most 80 letters long.");
      }
      if (!ids.add(id)) {
        throw QueueRefusal.named("BatchEntryIdsNotDistinct", "Id " + id + " repeated.");
      }
    }
    return entries;
  }

  /** Refuses a batch that is larger, as a whole, than a single message may be. */
  private static void requireSize(List<QueueRequest> entries, int most) {
    int bytes =
        entries.stream()
            .mapToInt(entry -> body(entry).getBytes(StandardCharsets.UTF_8).length)
            .sum();
    if (bytes > most) {
      throw QueueRefusal.named(
          "BatchRequestTooLong",
          "Batch requests cannot be longer than %d bytes. You have sent %d bytes."
              .formatted(most, bytes));
    }
  }

  private static String body(QueueRequest entry) {
    String body = entry.text("MessageBody");
    if (!TEXT.matcher(body).matches()) {
      throw QueueRefusal.invalidContents();
    }
    if (!entry.json().path("MessageAttributes").isEmpty()) {
      throw QueueRefusal.invalid("The local SQS takes no message attributes.");
    }
    return body;
  }
}
