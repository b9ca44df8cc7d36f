package com.enterprisesigning.dynamodb;

import com.enterprisesigning.bankid.HintCode;
import com.enterprisesigning.signing.Pause;
import com.enterprisesigning.signing.Table;
import com.enterprisesigning.time.TimeSpent;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** One table for all tests; each test has persons of its own. */
public final class DynamoDbLocal {
  private static final String NAME = "signing-" + UUID.randomUUID();
  private static final DynamoDbClient CLIENT = withTable(StartedDynamoDb.client());

  private DynamoDbLocal() {}

  public static Table table() {
    return table(CLIENT, Pause::sleeping);
  }

  /** The same table by another client. */
  static Table table(DynamoDbClient client, Pause pause) {
    return table(client, pause, new TimeSpent(System::nanoTime));
  }

  /** The same, whose calls are timed. */
  static Table table(DynamoDbClient client, Pause pause, TimeSpent spent) {
    return table(new SigningTable(client, NAME, pause, spent));
  }

  /** The signings of the same table, which tell of failures. */
  static DynamoDbSignings signings(Consumer<HintCode> failures) {
    return new DynamoDbSignings(signingTable(NAME), failures);
  }

  /** One of its own, with nothing in it. */
  public static Table emptyTable() {
    String name = "signing-" + UUID.randomUUID();
    create(CLIENT, name);
    return table(signingTable(name));
  }

  private static SigningTable signingTable(String name) {
    return new SigningTable(CLIENT, name, Pause::sleeping, new TimeSpent(System::nanoTime));
  }

  private static Table table(SigningTable table) {
    return new Table(
        new DynamoDbGuards(table),
        new DynamoDbSignings(table, failure -> {}),
        new DynamoDbProcesses(table),
        new DynamoDbEvidences(table));
  }

  /** An item as it stands there, with what the ports do not tell. */
  static Item item(Map<String, AttributeValue> key) {
    return signingTable(NAME).get(key).orElseThrow();
  }

  private static DynamoDbClient withTable(DynamoDbClient client) {
    create(client, NAME);
    return client;
  }

  private static void create(DynamoDbClient client, String name) {
    client.createTable(create ->
        create
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(attribute(Keys.PARTITION), attribute(Keys.SORT))
            .keySchema(key(Keys.PARTITION, KeyType.HASH), key(Keys.SORT, KeyType.RANGE)));
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
