package com.enterprisesigning.simulator.dynamodb;

import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;

/**
 * One DynamoDB Local for all tests, because it is slow to start, with a table for each test. The
 * simulator shares no code with the other modules, so it has its own.
 */
public final class DynamoDbLocal {
  private static final DynamoDbClient CLIENT = DynamoDBEmbedded.create(true).dynamoDbClient();

  private DynamoDbLocal() {}

  static DynamoDbClient client() {
    return CLIENT;
  }

  /** Returns a new empty table. */
  public static OrdersTable emptyTable() {
    return new OrdersTable(CLIENT, emptyTableName());
  }

  static String emptyTableName() {
    String name = "orders-" + UUID.randomUUID();
    CLIENT.createTable(create ->
        create
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(attribute(Keys.PARTITION), attribute(Keys.SORT))
            .keySchema(key(Keys.PARTITION, KeyType.HASH), key(Keys.SORT, KeyType.RANGE)));
    return name;
  }

  private static AttributeDefinition attribute(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
