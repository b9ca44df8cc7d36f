package com.enterprisesigning.dynamodb;

import com.enterprisesigning.signing.Pause;
import com.enterprisesigning.store.StoreContended;
import com.enterprisesigning.store.StoreRefused;
import com.enterprisesigning.store.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/**
 * The table. A write that collides with another transaction was not refused by its condition. It is
 * retried and never counts as refused ({@code docs/architecture.md#timing}). Every failure is a
 * {@link StoreUnavailable}.
 */
public final class SigningTable {
  /** The maximum number of attempts for a write that collides with other transactions. */
  private static final int CONFLICT_ATTEMPTS = 6;

  private static final Duration CONFLICT_PAUSE = Duration.ofMillis(20);

  /** The maximum number of requests for one batch read. */
  private static final int BATCH_ATTEMPTS = 4;

  private static final String CONFLICT = "TransactionConflict";

  /** DynamoDB's reasons for cancelling a transaction that may succeed if it is sent again. */
  private static final Set<String> PASSING =
      Set.of(CONFLICT, "ThrottlingError", "ProvisionedThroughputExceeded");

  private final DynamoDbClient client;
  private final String name;
  private final Pause pause;
  private final Stopwatch stopwatch;

  /**
   * Uses the table of this name, through a client whose time-outs and retries are already set.
   *
   * @param stopwatch makes and measures the calls to DynamoDB, including their retries
   */
  public SigningTable(DynamoDbClient client, String name, Pause pause, Stopwatch stopwatch) {
    this.client = client;
    this.name = name;
    this.pause = pause;
    this.stopwatch = stopwatch;
  }

  /** Makes a call and measures it. {@code Supplier::get} makes it without measuring. */
  public interface Stopwatch {
    <T> T on(Supplier<T> call);
  }

  /** The outcome of a conditional write. */
  sealed interface Written {
    /** The write was made; {@code item} has the attributes that were requested. */
    record Done(Item item) implements Written {}

    /**
     * The condition refused the write; {@code standing} is the item that refused it, if there is
     * one.
     */
    record Refused(Optional<Item> standing) implements Written {}
  }

  /** The outcome of a transaction. */
  sealed interface Transacted {
    record Done() implements Transacted {}

    /** The conditions of these changes refused it. */
    record Refused(List<Refusal> refusals) implements Transacted {}

    /**
     * The refusal of one change.
     *
     * @param change its index in the transaction
     */
    record Refusal(int change, Optional<Item> standing) {}
  }

  Optional<Item> get(Map<String, AttributeValue> key) {
    Map<String, AttributeValue> item =
        answering(
            () -> client.getItem(get -> get.tableName(name).key(key).consistentRead(true)).item());
    return item.isEmpty() ? Optional.empty() : Optional.of(new Item(item));
  }

  /** Reads up to 100 items in one round trip; items that do not exist are left out. */
  List<Item> getAll(List<Map<String, AttributeValue>> keys) {
    List<Item> items = new ArrayList<>();
    Map<String, KeysAndAttributes> rest =
        Map.of(name, KeysAndAttributes.builder().keys(keys).consistentRead(true).build());
    for (int attempt = 0; attempt < BATCH_ATTEMPTS; attempt++) {
      Map<String, KeysAndAttributes> asked = rest;
      var batch = answering(() -> client.batchGetItem(get -> get.requestItems(asked)));
      batch.responses().getOrDefault(name, List.of()).forEach(item -> items.add(new Item(item)));
      if (batch.unprocessedKeys().isEmpty()) {
        return items;
      }
      rest = batch.unprocessedKeys();
      pause.pause(CONFLICT_PAUSE.multipliedBy(1L << attempt));
    }
    throw new StoreUnavailable("DynamoDB left keys of a batch unread", null);
  }

  /** Reads all items of a partition whose sort key lies in this range, in the order of that key. */
  List<Item> query(String partition, String from, String to) {
    return answering(() ->
        client
            .queryPaginator(query ->
                query
                    .tableName(name)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk",
                            Values.of(partition),
                            ":from",
                            Values.of(from),
                            ":to",
                            Values.of(to))))
            .items()
            .stream()
            .map(Item::new)
            .toList());
  }

  /**
   * Passes every item of the table whose sort key has this prefix to {@code consumer}, a page at a
   * time.
   */
  void scan(String sortPrefix, Consumer<Item> consumer) {
    scan("begins_with(#sk, :sk)", Map.of(":sk", Values.of(sortPrefix)), Optional.empty(), consumer);
  }

  /**
   * Passes every item of the table that the filter admits to {@code consumer}, a page at a time.
   *
   * @param attributes those that are read, as a projection expression; all if empty
   */
  void scan(
      String filter,
      Map<String, AttributeValue> values,
      Optional<String> attributes,
      Consumer<Item> consumer) {
    var items =
        client
            .scanPaginator(scan ->
                scan.tableName(name)
                    .consistentRead(true)
                    .filterExpression(filter)
                    .projectionExpression(attributes.orElse(null))
                    .expressionAttributeNames(Change.names(filter + attributes.orElse("")))
                    .expressionAttributeValues(values))
            .items()
            .iterator();
    while (answering(items::hasNext)) {
      consumer.accept(new Item(answering(items::next)));
    }
  }

  Written update(Change.Update update, ReturnValue returned) {
    return written(() -> client.updateItem(update.alone(name, returned)).attributes());
  }

  Written put(Change.Put put) {
    return written(() -> client.putItem(put.alone(name)).attributes());
  }

  Written delete(
      Map<String, AttributeValue> key, String condition, Map<String, AttributeValue> values) {
    return written(() ->
        client
            .deleteItem(delete ->
                delete
                    .tableName(name)
                    .key(key)
                    .conditionExpression(condition)
                    .expressionAttributeNames(Change.names(condition))
                    .expressionAttributeValues(values)
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
            .attributes());
  }

  Transacted transact(List<? extends Change> changes) {
    return unhindered(() -> {
      try {
        client.transactWriteItems(write ->
            write.transactItems(
                changes.stream().map(change -> change.inTransaction(name)).toList()));
        return new Transacted.Done();
      } catch (TransactionCanceledException e) {
        return refused(e);
      }
    });
  }

  private static Transacted refused(TransactionCanceledException cancelled) {
    List<Transacted.Refusal> refusals = new ArrayList<>();
    List<CancellationReason> reasons = cancelled.cancellationReasons();
    for (int i = 0; i < reasons.size(); i++) {
      CancellationReason reason = reasons.get(i);
      if ("ConditionalCheckFailed".equals(reason.code())) {
        refusals.add(new Transacted.Refusal(i, standing(reason.item())));
      }
    }
    if (refusals.isEmpty()) {
      throw cancelled;
    }
    return new Transacted.Refused(refusals);
  }

  private Written written(Supplier<Map<String, AttributeValue>> write) {
    return unhindered(() -> {
      try {
        return new Written.Done(new Item(write.get()));
      } catch (ConditionalCheckFailedException e) {
        return new Written.Refused(e.hasItem() ? standing(e.item()) : Optional.empty());
      }
    });
  }

  private static Optional<Item> standing(Map<String, AttributeValue> item) {
    return item == null || item.isEmpty() ? Optional.empty() : Optional.of(new Item(item));
  }

  private <T> T unhindered(Supplier<T> write) {
    for (int attempt = 1; ; attempt++) {
      try {
        return answering(write);
      } catch (StoreUnavailable e) {
        if (attempt == CONFLICT_ATTEMPTS || !isConflict(e.getCause())) {
          throw e;
        }
        pause.pause(CONFLICT_PAUSE.multipliedBy(1L << (attempt - 1)));
      }
    }
  }

  private static boolean isConflict(Throwable cause) {
    return switch (cause) {
      case TransactionConflictException e -> true;
      case TransactionCanceledException e ->
          e.cancellationReasons().stream().anyMatch(reason -> PASSING.contains(reason.code()));
      case null, default -> false;
    };
  }

  private <T> T answering(Supplier<T> call) {
    try {
      return stopwatch.on(call);
    } catch (ConditionalCheckFailedException e) {
      throw e;
    } catch (SdkException e) {
      throw unavailable(e);
    }
  }

  private static StoreUnavailable unavailable(SdkException e) {
    String message = "DynamoDB: " + e.getClass().getSimpleName();
    if (isContended(e)) {
      return new StoreContended(message, e);
    }
    return isRefusedForGood(e) ? new StoreRefused(message, e) : new StoreUnavailable(message, e);
  }

  private static boolean isContended(SdkException e) {
    return switch (e) {
      case TransactionConflictException conflict -> true;
      case TransactionCanceledException cancelled ->
          cancelled.cancellationReasons().stream()
              .anyMatch(reason -> CONFLICT.equals(reason.code()));
      default -> false;
    };
  }

  /** DynamoDB answers 400 also to calls that may succeed later. Those are not refused for good. */
  private static boolean isRefusedForGood(SdkException e) {
    return e instanceof AwsServiceException answered
        && answered.statusCode() / 100 == 4
        && !answered.isThrottlingException()
        && !isConflict(answered)
        && !(answered instanceof TransactionInProgressException);
  }
}
