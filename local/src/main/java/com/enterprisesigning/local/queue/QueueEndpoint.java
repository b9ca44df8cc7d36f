package com.enterprisesigning.local.queue;

import com.enterprisesigning.local.template.QueueDefinition;
import com.enterprisesigning.local.web.Answer;
import com.enterprisesigning.local.web.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * SQS in AWS JSON 1.0. It has the one operation that the functions call, and the two that describe
 * a queue. It rejects any other operation as AWS rejects an unknown one, and does not check request
 * signatures.
 */
public final class QueueEndpoint implements HttpHandler {
  private static final String PREFIX = "AmazonSQS.";
  private static final String JSON_1_0 = "application/x-amz-json-1.0";

  /** Enough for a full batch, however it is escaped. */
  private static final int MAX_REQUEST_BYTES = 16 * 1024 * 1024;

  private final LocalQueues queues;
  private final URI url;

  /**
   * @param url where this endpoint is served
   */
  public QueueEndpoint(LocalQueues queues, URI url) {
    this.queues = queues;
    this.url = url;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_REQUEST_BYTES);
    String target =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target")).orElse("");
    answer(target, body).with("x-amzn-RequestId", UUID.randomUUID().toString()).send(exchange);
  }

  private Answer answer(String target, byte[] body) {
    try {
      QueueRequest request =
          Json.object(body).map(QueueRequest::new).orElseThrow(QueueRefusal::notJson);
      return Answer.of(200, JSON_1_0, called(target, request).toString());
    } catch (QueueRefusal e) {
      ObjectNode error = Json.object().put("__type", e.shape()).put("message", e.getMessage());
      return Answer.of(400, JSON_1_0, error.toString())
          .with("x-amzn-query-error", e.code() + ";Sender");
    }
  }

  private ObjectNode called(String target, QueueRequest request) {
    return switch (target) {
      case PREFIX + "SendMessageBatch" -> SendMessageBatch.send(queueAtUrl(request), request);
      case PREFIX + "GetQueueAttributes" -> attributes(queueAtUrl(request), request);
      case PREFIX + "GetQueueUrl" -> {
        String name = queue(request.text("QueueName")).definition().name();
        yield Json.object().put("QueueUrl", LocalQueues.url(url, name).toString());
      }
      default -> throw QueueRefusal.unknownOperation();
    };
  }

  private LocalQueue queueAtUrl(QueueRequest request) {
    String queueUrl = request.text("QueueUrl");
    return queue(queueUrl.substring(queueUrl.lastIndexOf('/') + 1));
  }

  private LocalQueue queue(String name) {
    return queues.named(name).orElseThrow(QueueRefusal::noSuchQueue);
  }

  private static ObjectNode attributes(LocalQueue queue, QueueRequest request) {
    Set<String> asked = new HashSet<>();
    request.json().path("AttributeNames").forEach(name -> asked.add(name.asText()));
    ObjectNode answer = Json.object();
    attributes(queue)
        .forEach((name, value) -> {
          if (asked.contains("All") || asked.contains(name)) {
            answer.withObject("/Attributes").put(name, value);
          }
        });
    return answer;
  }

  private static Map<String, String> attributes(LocalQueue queue) {
    QueueDefinition definition = queue.definition();
    LocalQueue.Counts counts = queue.counts();
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("ApproximateNumberOfMessages", String.valueOf(counts.due()));
    attributes.put("ApproximateNumberOfMessagesDelayed", String.valueOf(counts.delayed()));
    attributes.put("ApproximateNumberOfMessagesNotVisible", String.valueOf(counts.inFlight()));
    attributes.put("DelaySeconds", "0");
    attributes.put("MaximumMessageSize", String.valueOf(definition.maximumMessageBytes()));
    attributes.put("MessageRetentionPeriod", String.valueOf(definition.retention().toSeconds()));
    attributes.put("QueueArn", LocalQueues.arn(definition.name()));
    attributes.put("VisibilityTimeout", String.valueOf(definition.visibilityTimeout().toSeconds()));
    definition
        .redrive()
        .ifPresent(redrive ->
            attributes.put(
                "RedrivePolicy",
                Json.object()
                    .put("deadLetterTargetArn", LocalQueues.arn(redrive.queue()))
                    .put("maxReceiveCount", redrive.maxReceives())
                    .toString()));
    return attributes;
  }
}
