package com.enterprisesigning.simulator.dynamodb;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The table. Every write is a transaction, even of a single item. If its reply is lost, the
 * transaction's token lets the retry succeed, where a conditional write would be refused by its own
 * first attempt.
 */
public final class OrdersTable {
  /** Epoch seconds. DynamoDB removes an item some time after this. */
  static final String TTL = "ttl";

  /**
   * Cancellation reasons after which a new attempt may succeed, if the caller reads again first.
   */
  private static final Set<String> RETRYABLE =
      Set.of("ConditionalCheckFailed", "TransactionConflict");

  /** In milliseconds. A pause lets faster writers finish. */
  private static final int SHORTEST_PAUSE = 5;

  private static final int LONGEST_PAUSE = 50;

  private final DynamoDbClient client;
  private final String name;

  public OrdersTable(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  Optional<Map<String, AttributeValue>> get(Map<String, AttributeValue> key) {
    return Optional.of(
            client.getItem(get -> get.tableName(name).key(key).consistentRead(true)).item())
        .filter(item -> !item.isEmpty());
  }

  /**
   * Reads these attributes of every item that has that sort key and has not expired at {@code now}.
   * DynamoDB removes expired items with a delay.
   */
  Stream<Map<String, AttributeValue>> scan(String sort, Instant now, List<String> attributes) {
    Names names = new Names();
    String filter = names.of(Keys.SORT) + " = :sort AND " + names.of(TTL) + " > :now";
    String projection = attributes.stream().map(names::of).collect(Collectors.joining(", "));
    return client
        .scanPaginator(scan ->
            scan.tableName(name)
                .consistentRead(true)
                .filterExpression(filter)
                .projectionExpression(projection)
                .expressionAttributeNames(names.all)
                .expressionAttributeValues(
                    Map.of(
                        ":sort",
                        AttributeValue.fromS(sort),
                        ":now",
                        AttributeValue.fromN(Long.toString(now.getEpochSecond())))))
        .items()
        .stream();
  }

  /** Writes an item that does not exist yet. */
  TransactWriteItem put(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder()
        .put(put ->
            put.tableName(name)
                .item(item)
                .conditionExpression("attribute_not_exists(" + Keys.PARTITION + ")"))
        .build();
  }

  /**
   * Changes an item.
   *
   * @param expected the values that its attributes must have; empty if the attribute must be absent
   * @param changed their new values
   */
  TransactWriteItem update(
      Map<String, AttributeValue> key,
      Map<String, Optional<AttributeValue>> expected,
      Map<String, AttributeValue> changed) {
    Names names = new Names();
    Map<String, AttributeValue> values = new HashMap<>();
    List<String> conditions = new ArrayList<>();
    expected.forEach((attribute, value) -> {
      String condition = names.of(attribute) + " = :was" + conditions.size();
      value.ifPresent(it -> values.put(":was" + conditions.size(), it));
      conditions.add(
          value.isPresent() ? condition : "attribute_not_exists(" + names.of(attribute) + ")");
    });
    List<String> changes = new ArrayList<>();
    changed.forEach((attribute, value) -> {
      values.put(":is" + changes.size(), value);
      changes.add(names.of(attribute) + " = :is" + changes.size());
    });
    return TransactWriteItem.builder()
        .update(update ->
            update
                .tableName(name)
                .key(key)
                .conditionExpression(String.join(" AND ", conditions))
                .updateExpression("SET " + String.join(", ", changes))
                .expressionAttributeNames(names.all)
                .expressionAttributeValues(values))
        .build();
  }

  /**
   * Writes all items or none.
   *
   * @return false, after a pause, if a condition does not hold or another transaction is in
   *     progress
   */
  boolean isWritten(List<TransactWriteItem> writes) {
    try {
      client.transactWriteItems(write -> write.transactItems(writes));
      return true;
    } catch (TransactionCanceledException e) {
      if (e.cancellationReasons().stream().noneMatch(it -> RETRYABLE.contains(it.code()))) {
        throw e;
      }
      pause();
      return false;
    }
  }

  private static void pause() {
    int millis = ThreadLocalRandom.current().nextInt(SHORTEST_PAUSE, LONGEST_PAUSE);
    LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
  }

  /** Placeholders for attribute names, because a name may be one of DynamoDB's reserved words. */
  private static final class Names {
    private final Map<String, String> all = new HashMap<>();

    String of(String attribute) {
      all.put("#" + attribute, attribute);
      return "#" + attribute;
    }
  }
}
