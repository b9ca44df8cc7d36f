package com.enterprisesigning.dynamodb;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;

/**
 * One DynamoDB Local for all tests, including those of the mutants, because it is slow to start.
 */
public final class StartedDynamoDb {
  private static final DynamoDbClient CLIENT = DynamoDBEmbedded.create(true).dynamoDbClient();

  private StartedDynamoDb() {}

  public static DynamoDbClient client() {
    return CLIENT;
  }
}
