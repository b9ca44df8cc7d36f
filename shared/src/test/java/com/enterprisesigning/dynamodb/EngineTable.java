package com.enterprisesigning.dynamodb;

import com.enterprisesigning.signing.Pause;
import com.enterprisesigning.store.Table;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The table as the template creates it, on an engine that speaks DynamoDB's API. */
record EngineTable(DynamoDbClient client, String name) {

  /** Creates an empty table. */
  static EngineTable create(DynamoDbClient client) {
    String name = "signing-" + UUID.randomUUID();
    client.createTable(create ->
        create
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(attribute(Keys.PARTITION), attribute(Keys.SORT))
            .keySchema(key(Keys.PARTITION, KeyType.HASH), key(Keys.SORT, KeyType.RANGE)));
    client.waiter().waitUntilTableExists(describe -> describe.tableName(name));
    return new EngineTable(client, name);
  }

  Table ports() {
    return ports(client, Pause::sleeping);
  }

  /** Returns the same table through another client. */
  Table ports(DynamoDbClient other, Pause pause) {
    return ports(other, pause, Supplier::get);
  }

  /** Returns the same table, with its calls timed. */
  Table ports(DynamoDbClient other, Pause pause, SigningTable.Stopwatch stopwatch) {
    SigningTable table = new SigningTable(other, name, pause, stopwatch);
    return new Table(
        new DynamoDbGuards(table),
        new DynamoDbSignings(table, end -> {}),
        new DynamoDbProcesses(table),
        new DynamoDbEvidences(table));
  }

  /** Returns an item as stored, including what the ports do not show. */
  Optional<Item> item(Map<String, AttributeValue> key) {
    return signingTable().get(key);
  }

  /** Returns the signings, which report unsigned ends. */
  DynamoDbSignings signings(Consumer<UnsignedEnd> ends) {
    return new DynamoDbSignings(signingTable(), ends);
  }

  private SigningTable signingTable() {
    return new SigningTable(client, name, Pause::sleeping, Supplier::get);
  }

  /** Puts an item that another release has written. */
  void put(Map<String, AttributeValue> item) {
    client.putItem(put -> put.tableName(name).item(item));
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
