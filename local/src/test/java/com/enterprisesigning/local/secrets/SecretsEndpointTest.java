package com.enterprisesigning.local.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.local.web.LoopbackServer;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/** Secrets as AWS's own client reads them. */
class SecretsEndpointTest {
  private LoopbackServer server;
  private SecretsManagerClient client;

  @BeforeEach
  void start() throws Exception {
    server = LoopbackServer.bind(0, "Secrets Manager");
    server.mount(
        "/",
        new SecretsEndpoint(
            new Secrets(Map.of(Secrets.PERSON_KEY, "the person key")), Clock.systemUTC()));
    server.start();
    client =
        SecretsManagerClient.builder()
            .endpointOverride(server.url())
            .region(Region.EU_NORTH_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void secret_isFoundByName() {
    assertEquals(
        "the person key",
        client.getSecretValue(get -> get.secretId(Secrets.PERSON_KEY)).secretString());
  }

  @Test
  void secret_isFoundByArn() {
    String arn = client.getSecretValue(get -> get.secretId(Secrets.PERSON_KEY)).arn();
    assertEquals("the person key", client.getSecretValue(get -> get.secretId(arn)).secretString());
  }

  @Test
  void unknownSecret_isNotFound() {
    assertThrows(
        ResourceNotFoundException.class,
        () -> client.getSecretValue(get -> get.secretId("local/nothing")));
  }

  @Test
  void secret_hasNoPreviousVersion() {
    assertThrows(
        ResourceNotFoundException.class,
        () ->
            client.getSecretValue(
                get -> get.secretId(Secrets.PERSON_KEY).versionStage("AWSPREVIOUS")));
  }

  @Test
  void otherOperation_isUnknown() {
    SecretsManagerException refused =
        assertThrows(
            SecretsManagerException.class,
            () -> client.deleteSecret(delete -> delete.secretId(Secrets.PERSON_KEY)));
    assertEquals("UnknownOperationException", refused.awsErrorDetails().errorCode());
  }

  @Test
  void text_showsNoSecret() {
    Secrets secrets = new Secrets(Map.of(Secrets.PERSON_KEY, "the person key"));
    assertTrue(!secrets.toString().contains("the person key"), secrets.toString());
  }
}
