package com.enterprisesigning.functions.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * DynamoDB, SQS and Secrets Manager without a network, as far as the rehearsed calls need them.
 * Items are kept by key, updates are applied, every condition holds, every message is accepted, and
 * the only secret is a dummy.
 */
final class OfflineAws implements SdkHttpClient {
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * The table's update expressions: {@code #name = :name} sets an attribute, {@code #name} alone
   * removes it.
   */
  private static final Pattern EDITED = Pattern.compile("#(\\w+)(?: = (:\\w+))?");

  private static final String SECRET = "0".repeat(64);

  private final NavigableMap<String, ObjectNode> items = new ConcurrentSkipListMap<>();

  /** Empties the table. */
  void forget() {
    items.clear();
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return answer(request);
      }

      @Override
      public void abort() {
        // There is no connection.
      }
    };
  }

  private HttpExecuteResponse answer(HttpExecuteRequest request) throws IOException {
    String target = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElseThrow();
    JsonNode body;
    try (InputStream content = request.contentStreamProvider().orElseThrow().newStream()) {
      body = JSON.readTree(content);
    }
    ObjectNode answer = answer(target.substring(target.indexOf('.') + 1), body);
    return HttpExecuteResponse.builder()
        .response(
            SdkHttpResponse.builder()
                .statusCode(200)
                .putHeader("Content-Type", "application/x-amz-json-1.0")
                .build())
        .responseBody(
            AbortableInputStream.create(
                new ByteArrayInputStream(answer.toString().getBytes(UTF_8))))
        .build();
  }

  private ObjectNode answer(String operation, JsonNode body) {
    ObjectNode answer = JSON.createObjectNode();
    switch (operation) {
      case "GetItem" -> item(body.get("Key")).ifPresent(item -> answer.set("Item", item));
      case "BatchGetItem" -> batch(body.get("RequestItems"), answer.putObject("Responses"));
      case "Query" -> query(body.get("ExpressionAttributeValues"), answer.putArray("Items"));
      case "PutItem" -> put(body);
      case "UpdateItem" -> update(body).ifPresent(item -> answer.set("Attributes", item));
      case "DeleteItem" -> items.remove(key(body.get("Key")));
      case "TransactWriteItems" -> body.get("TransactItems").forEach(this::change);
      case "GetSecretValue" -> answer.put("SecretString", SECRET);
      case "SendMessageBatch" -> take(body.get("Entries"), answer.putArray("Successful"));
      default ->
          throw new IllegalStateException(
              "the rehearsal has no answer to the operation " + operation);
    }
    return answer;
  }

  private Optional<ObjectNode> item(JsonNode key) {
    return Optional.ofNullable(items.get(key(key))).map(ObjectNode::deepCopy);
  }

  private void batch(JsonNode requested, ObjectNode responses) {
    requested
        .properties()
        .forEach(table -> {
          ArrayNode found = responses.putArray(table.getKey());
          table.getValue().get("Keys").forEach(key -> item(key).ifPresent(found::add));
        });
  }

  private void query(JsonNode values, ArrayNode found) {
    String partition = values.at("/:pk/S").textValue() + " ";
    String from = partition + values.at("/:from/S").textValue();
    String to = partition + values.at("/:to/S").textValue();
    items.subMap(from, true, to, true).values().forEach(item -> found.add(item.deepCopy()));
  }

  private void change(JsonNode change) {
    change
        .properties()
        .forEach(it -> {
          switch (it.getKey()) {
            case "Put" -> put(it.getValue());
            case "Update" -> update(it.getValue());
            case "Delete" -> items.remove(key(it.getValue().get("Key")));
            default ->
                throw new IllegalStateException(
                    "the rehearsal does not know the change " + it.getKey());
          }
        });
  }

  private void put(JsonNode write) {
    items.put(key(write.get("Item")), write.get("Item").deepCopy());
  }

  private Optional<ObjectNode> update(JsonNode edit) {
    Optional<ObjectNode> before = item(edit.get("Key"));
    ObjectNode item = before.map(ObjectNode::deepCopy).orElseGet(() -> edit.get("Key").deepCopy());
    EDITED
        .matcher(edit.get("UpdateExpression").textValue())
        .results()
        .forEach(edited -> edit(item, edited, edit.get("ExpressionAttributeValues")));
    items.put(key(edit.get("Key")), item);
    return switch (edit.path("ReturnValues").asText()) {
      case "ALL_OLD" -> before;
      case "ALL_NEW" -> Optional.of(item.deepCopy());
      default -> Optional.empty();
    };
  }

  private static void edit(ObjectNode item, MatchResult edited, JsonNode values) {
    String name = edited.group(1);
    if (edited.group(2) == null) {
      item.remove(name);
    } else {
      item.set(name, values.get(edited.group(2)));
    }
  }

  private static void take(JsonNode entries, ArrayNode taken) {
    entries.forEach(entry ->
        taken
            .addObject()
            .put("Id", entry.get("Id").textValue())
            .put("MessageId", "rehearsal")
            .put("MD5OfMessageBody", md5(entry.get("MessageBody").textValue())));
  }

  /** Returns the MD5 digest that the SDK compares with the message that it sent. */
  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String key(JsonNode attributes) {
    return attributes.at("/pk/S").textValue() + " " + attributes.at("/sk/S").textValue();
  }

  @Override
  public void close() {
    // There is nothing to close.
  }
}
