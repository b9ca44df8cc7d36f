package com.enterprisesigning.local.blackbox;

import com.enterprisesigning.aws.AwsClients;
import com.enterprisesigning.local.secrets.Secrets;
import com.enterprisesigning.secrets.SecretsManagerSecrets;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * The secrets that no answer of a run contains: the run's own secrets, and the QR secrets in its
 * table.
 *
 * @param settings as the run gives them to its functions
 */
record RunSecrets(JsonNode settings) {
  private static final AwsCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

  List<String> values() throws IOException {
    List<String> values = new ArrayList<>(ofQrCodes());
    try (SecretsManagerClient client =
        new AwsClients(Region.EU_NORTH_1, CREDENTIALS, List.of())
            .secretsManager(Optional.of(address("AWS_ENDPOINT_URL_SECRETS_MANAGER")))) {
      SecretsManagerSecrets secrets = new SecretsManagerSecrets(client);
      values.add(secrets.read(Secrets.PERSON_KEY));
      new ObjectMapper()
          .readTree(secrets.read(Secrets.CLIENT_CERTIFICATE))
          .forEach(member -> values.add(member.asText()));
    }
    return values;
  }

  /** Returns one of the run's secrets. */
  String read(String name) {
    try (SecretsManagerClient client =
        new AwsClients(Region.EU_NORTH_1, CREDENTIALS, List.of())
            .secretsManager(Optional.of(address("AWS_ENDPOINT_URL_SECRETS_MANAGER")))) {
      return new SecretsManagerSecrets(client).read(name);
    }
  }

  private List<String> ofQrCodes() {
    try (DynamoDbClient dynamoDb =
        DynamoDbClient.builder()
            .endpointOverride(address("AWS_ENDPOINT_URL_DYNAMODB"))
            .region(Region.EU_NORTH_1)
            .credentialsProvider(CREDENTIALS)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build()) {
      return dynamoDb
          .scanPaginator(scan ->
              scan.tableName(settings.path("TABLE_NAME").asText())
                  .projectionExpression("qr_start_secret"))
          .items()
          .stream()
          .flatMap(item -> item.values().stream())
          .map(secret -> secret.s())
          .toList();
    }
  }

  private URI address(String setting) {
    return URI.create(settings.path(setting).asText());
  }
}
