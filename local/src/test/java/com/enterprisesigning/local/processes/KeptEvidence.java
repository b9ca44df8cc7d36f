package com.enterprisesigning.local.processes;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * All evidence in the table, including surplus and rejected evidence, and how every signing stands:
 * {@code docs/architecture.md#state}.
 *
 * @param settings of the functions
 */
record KeptEvidence(Map<String, String> settings) {

  /** Returns the participants' ids by order ref, one for each item. */
  Map<String, List<String>> participantsByOrder() {
    return scan("EVIDENCE").stream()
        .collect(
            Collectors.groupingBy(
                item -> item.get("order_ref").s(),
                Collectors.mapping(item -> item.get("participant").s(), Collectors.toList())));
  }

  /** Returns the status of every participant. */
  Map<String, String> statusByParticipant() {
    return scan("SIGNING").stream()
        .collect(
            Collectors.toMap(item -> item.get("participant").s(), item -> item.get("status").s()));
  }

  private List<Map<String, AttributeValue>> scan(String kind) {
    try (DynamoDbClient dynamoDb =
        DynamoDbClient.builder()
            .endpointOverride(URI.create(settings.get("AWS_ENDPOINT_URL_DYNAMODB")))
            .region(Region.of(settings.get("AWS_REGION")))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build()) {
      return dynamoDb
          .scanPaginator(scan ->
              scan.tableName(settings.get("TABLE_NAME"))
                  .consistentRead(true)
                  .filterExpression("begins_with(sk, :kind)")
                  .expressionAttributeValues(Map.of(":kind", AttributeValue.fromS(kind)))
                  .expressionAttributeNames(Map.of("#status", "status"))
                  .projectionExpression("participant, order_ref, #status"))
          .items()
          .stream()
          .toList();
    }
  }
}
