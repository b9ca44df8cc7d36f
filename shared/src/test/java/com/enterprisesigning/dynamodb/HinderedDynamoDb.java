package com.enterprisesigning.dynamodb;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** DynamoDB with other transactions in flight, which DynamoDB Local never has. */
final class HinderedDynamoDb implements DynamoDbClient {
  private final DynamoDbClient free;
  private final Queue<RuntimeException> hindrances = new ArrayDeque<>();
  private int unprocessedBatches;

  HinderedDynamoDb(DynamoDbClient free) {
    this.free = free;
  }

  /** Refuses the next writes with these exceptions, one after the other. */
  void hinder(List<? extends RuntimeException> next) {
    hindrances.addAll(next);
  }

  /** Leaves the last key of the next batches unprocessed. */
  void leaveUnprocessed(int batches) {
    unprocessedBatches = batches;
  }

  /** Returns how many refusals have not been used. */
  int hindrancesLeft() {
    return hindrances.size();
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    hinder();
    return free.updateItem(request);
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    hinder();
    return free.transactWriteItems(request);
  }

  private void hinder() {
    if (!hindrances.isEmpty()) {
      throw hindrances.remove();
    }
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    if (unprocessedBatches == 0) {
      return free.batchGetItem(request);
    }
    unprocessedBatches--;
    var asked = request.requestItems().entrySet().iterator().next();
    var keys = asked.getValue().keys();
    var processed = asked.getValue().toBuilder().keys(keys.subList(0, keys.size() - 1)).build();
    var rest = asked.getValue().toBuilder().keys(List.of(keys.getLast())).build();
    var answer =
        processed.keys().isEmpty()
            ? BatchGetItemResponse.builder().responses(Map.of(asked.getKey(), List.of())).build()
            : free.batchGetItem(batch -> batch.requestItems(Map.of(asked.getKey(), processed)));
    return answer.toBuilder().unprocessedKeys(Map.of(asked.getKey(), rest)).build();
  }

  @Override
  public String serviceName() {
    return free.serviceName();
  }

  @Override
  public void close() {
    free.close();
  }
}
