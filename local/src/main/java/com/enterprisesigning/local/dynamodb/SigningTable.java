package com.enterprisesigning.local.dynamodb;

import com.enterprisesigning.local.template.TableDefinition;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Creates the signing table in DynamoDB Local as the template defines it. */
public final class SigningTable {
  /** The table's name in a local run, {@code TABLE_NAME}. */
  public static final String NAME = "signing";

  private SigningTable() {}

  /**
   * Creates the table. An existing table is left unchanged.
   *
   * @param endpoint of DynamoDB Local
   */
  public static void create(URI endpoint, TableDefinition table) {
    try (DynamoDbClient dynamoDb =
        DynamoDbClient.builder()
            .endpointOverride(endpoint)
            .region(Region.EU_NORTH_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClient(UrlConnectionHttpClient.create())
            .build()) {
      dynamoDb.createTable(create ->
          create
              .tableName(NAME)
              .billingMode(BillingMode.PAY_PER_REQUEST)
              .attributeDefinitions(attribute(table.partitionKey()), attribute(table.sortKey()))
              .keySchema(
                  key(table.partitionKey(), KeyType.HASH), key(table.sortKey(), KeyType.RANGE)));
      table
          .ttlAttribute()
          .ifPresent(attribute ->
              dynamoDb.updateTimeToLive(update ->
                  update
                      .tableName(NAME)
                      .timeToLiveSpecification(ttl -> ttl.attributeName(attribute).enabled(true))));
    } catch (ResourceInUseException e) {
      System.out.println("The table already exists and is left unchanged.");
    }
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
