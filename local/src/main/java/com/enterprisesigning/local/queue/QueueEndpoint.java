package com.enterprisesigning.local.queue;

import com.enterprisesigning.local.web.Answer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * SQS in AWS JSON 1.0: the operations that the functions call, and those for looking at the queues.
 * Any other operation is rejected as AWS rejects an unknown one. Request signatures are not
 * checked.
 */
public final class QueueEndpoint implements HttpHandler {
  private static final String PREFIX = "AmazonSQS.";
  private static final String JSON_1_0 = "application/x-amz-json-1.0";

  /** Enough for a full batch, however it is escaped. */
  private static final int MAX_REQUEST_BYTES = 16 * 1024 * 1024;

  private static final Map<String, BiFunction<LocalQueue, QueueRequest, ObjectNode>> OPERATIONS =
      Map.of(
          "SendMessage", Sending::send,
          "SendMessageBatch", Sending::sendBatch,
          "ReceiveMessage", Receiving::receive,
          "DeleteMessage", Receiving::delete,
          "DeleteMessageBatch", Receiving::deleteBatch,
          "ChangeMessageVisibility", Receiving::changeVisibility,
          "GetQueueAttributes", QueueFacts::attributes);

  private final LocalQueues queues;
  private final URI url;
  private final ObjectMapper json = new ObjectMapper();

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
      return Answer.of(200, JSON_1_0, called(target, request(body)).toString());
    } catch (QueueRefusal e) {
      String error =
          JsonNodeFactory.instance
              .objectNode()
              .put("__type", e.shape())
              .put("message", e.getMessage())
              .toString();
      return Answer.of(400, JSON_1_0, error).with("x-amzn-query-error", e.code() + ";Sender");
    }
  }

  private QueueRequest request(byte[] body) {
    try {
      JsonNode request = json.readTree(new String(body, StandardCharsets.UTF_8));
      if (request.isObject()) {
        return new QueueRequest(request);
      }
    } catch (JsonProcessingException e) {
      // Rejected below, without the parser's message, which quotes the body.
    }
    throw QueueRefusal.notJson();
  }

  private ObjectNode called(String target, QueueRequest request) {
    String operation = target.startsWith(PREFIX) ? target.substring(PREFIX.length()) : "";
    if (operation.equals("GetQueueUrl")) {
      LocalQueue queue = queue(request.text("QueueName"));
      return json.createObjectNode()
          .put("QueueUrl", LocalQueues.url(url, queue.definition().name()).toString());
    }
    if (!OPERATIONS.containsKey(operation)) {
      throw QueueRefusal.unknownOperation();
    }
    String queueUrl = request.text("QueueUrl");
    LocalQueue queue = queue(queueUrl.substring(queueUrl.lastIndexOf('/') + 1));
    return OPERATIONS.get(operation).apply(queue, request);
  }

  private LocalQueue queue(String name) {
    return queues
        .named(name)
        .orElseThrow(() ->
            QueueRefusal.named(
                "QueueDoesNotExist", "NonExistentQueue", "The specified queue does not exist."));
  }
}
