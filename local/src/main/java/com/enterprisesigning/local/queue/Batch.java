package com.enterprisesigning.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The entries of a batch request. Each succeeds or fails on its own. */
final class Batch {
  private static final int MOST_ENTRIES = 10;

  private final List<QueueRequest> entries = new ArrayList<>();

  /**
   * Reads the entries.
   *
   * @throws QueueRefusal if there are no entries, more than ten, or an entry without a unique id
   */
  Batch(QueueRequest request) {
    request.json().path("Entries").forEach(entry -> entries.add(new QueueRequest(entry)));
    if (entries.isEmpty()) {
      throw QueueRefusal.named(
          "EmptyBatchRequest",
          "EmptyBatchRequest",
          "There should be at least one entry in the request.");
    }
    if (entries.size() > MOST_ENTRIES) {
      throw QueueRefusal.named(
          "TooManyEntriesInBatchRequest",
          "TooManyEntriesInBatchRequest",
          "Maximum number of entries per request are 10. You have sent " + entries.size() + ".");
    }
    Set<String> ids = new HashSet<>();
    for (QueueRequest entry : entries) {
      requireId(entry.text("Id"), ids);
    }
  }

  private static void requireId(String id, Set<String> before) {
    if (!id.matches("[A-Za-z0-9_-]{1,80}")) {
      throw QueueRefusal.named(
          "InvalidBatchEntryId",
          "InvalidBatchEntryId",
          "A batch entry id can only contain alphanumeric characters, hyphens and underscores. It"
              + " can be at most 80 letters long.");
    }
    if (!before.add(id)) {
      throw QueueRefusal.named(
          "BatchEntryIdsNotDistinct", "BatchEntryIdsNotDistinct", "Id " + id + " repeated.");
    }
  }

  List<QueueRequest> entries() {
    return List.copyOf(entries);
  }

  /** Performs the operation on each entry, and answers which succeeded and which failed. */
  ObjectNode each(Function<QueueRequest, ObjectNode> operation) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.putArray("Successful");
    answer.putArray("Failed");
    for (QueueRequest entry : entries) {
      String id = entry.text("Id");
      try {
        answer.withArray("/Successful").add(operation.apply(entry).put("Id", id));
      } catch (QueueRefusal e) {
        answer.withArray("/Failed").add(failure(id, e));
      }
    }
    return answer;
  }

  private static JsonNode failure(String id, QueueRefusal refusal) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("Id", id)
        .put("SenderFault", true)
        .put("Code", refusal.code())
        .put("Message", refusal.getMessage());
  }
}
