package com.enterprisesigning.local.queue;

import com.enterprisesigning.local.lambda.Invocation;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which messages of a batch a function has finished, as Lambda reads its answer.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting">Lambda's
 *     developer guide, partial batch responses</a>
 */
final class BatchAnswer {
  private BatchAnswer() {}

  /**
   * Returns the messages to delete. There are none if the invocation failed, or if its answer names
   * a message that is not in the batch.
   *
   * @param reportsFailures whether the answer names the failed messages; otherwise any answer means
   *     that all are done
   */
  static List<QueueMessage> done(
      Invocation invocation, boolean reportsFailures, List<QueueMessage> batch) {
    return switch (invocation) {
      case Invocation.Answered(JsonNode payload) ->
          reportsFailures ? without(payload.path("batchItemFailures"), batch) : batch;
      case Invocation.Failed() -> List.of();
      case Invocation.NoAnswer() -> List.of();
    };
  }

  private static List<QueueMessage> without(JsonNode failures, List<QueueMessage> batch) {
    Set<String> failed = new HashSet<>();
    failures.forEach(failure -> failed.add(failure.path("itemIdentifier").asText("")));
    List<QueueMessage> done =
        batch.stream().filter(message -> !failed.contains(message.id().toString())).toList();
    return done.size() + failed.size() == batch.size() ? done : List.of();
  }
}
