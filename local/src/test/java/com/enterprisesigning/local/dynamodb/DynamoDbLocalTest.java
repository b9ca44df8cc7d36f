package com.enterprisesigning.local.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.local.template.TableDefinition;
import com.enterprisesigning.local.web.Callers;
import com.enterprisesigning.local.web.Containers;
import com.enterprisesigning.local.web.Loopback;
import com.enterprisesigning.local.web.NamedHost;
import com.enterprisesigning.local.web.PortTakenException;
import com.enterprisesigning.local.web.SecondLoopback;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** The table of a local run. */
class DynamoDbLocalTest {
  private static final TableDefinition TABLE = new TableDefinition("pk", "sk", Optional.of("ttl"));
  private static final Map<String, AttributeValue> ITEM =
      Map.of("pk", AttributeValue.fromS("PERSON#1"), "sk", AttributeValue.fromS("GUARD"));

  private static final InetAddress MACHINE = Loopback.address(0).getAddress();

  private static DynamoDbClient client(URI endpoint) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "body")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  @Test
  void table_exists_forAnyCredentialsAndRegion() throws Exception {
    try (DynamoDbLocal local = DynamoDbLocal.start(0, Optional.empty());
        DynamoDbClient client = client(local.url())) {
      SigningTable.create(local.url(), TABLE);
      client.putItem(put -> put.tableName("signing").item(ITEM));
      assertEquals(ITEM, client.getItem(get -> get.tableName("signing").key(ITEM)).item());
    }
  }

  @Test
  void table_hasTimeToLive() throws Exception {
    try (DynamoDbLocal local = DynamoDbLocal.start(0, Optional.empty());
        DynamoDbClient client = client(local.url())) {
      SigningTable.create(local.url(), TABLE);
      assertEquals(
          TimeToLiveStatus.ENABLED,
          client
              .describeTimeToLive(describe -> describe.tableName("signing"))
              .timeToLiveDescription()
              .timeToLiveStatus());
    }
  }

  @Test
  void directory_keepsTheTable(@TempDir Path directory) throws Exception {
    Optional<Path> kept = Optional.of(directory.resolve("table"));
    try (DynamoDbLocal local = DynamoDbLocal.start(0, kept);
        DynamoDbClient client = client(local.url())) {
      SigningTable.create(local.url(), TABLE);
      client.putItem(put -> put.tableName("signing").item(ITEM));
    }
    try (DynamoDbLocal local = DynamoDbLocal.start(0, kept);
        DynamoDbClient client = client(local.url())) {
      SigningTable.create(local.url(), TABLE);
      assertTrue(client.getItem(get -> get.tableName("signing").key(ITEM)).hasItem());
    }
  }

  @ParameterizedTest
  @CsvSource({"localhost, false", "evil.example, true", "host.docker.internal, true"})
  void foreignHostName_isRefused(String name, boolean refused) throws Exception {
    try (DynamoDbLocal local = DynamoDbLocal.start(0, Optional.empty())) {
      int status = NamedHost.status(MACHINE, local.url().getPort(), "/", name);
      assertEquals(refused, status == 421, String.valueOf(status));
    }
  }

  @Test
  void portThatContainersCannotHave_isFreedOnThisMachineToo() throws Exception {
    SecondLoopback.assumeBindable();
    Callers callers = Callers.with(Containers.at(SecondLoopback.ADDRESS));
    try (ServerSocket taken = new ServerSocket(0, 1, SecondLoopback.ADDRESS)) {
      int port = taken.getLocalPort();
      assertThrows(
          PortTakenException.class, () -> DynamoDbLocal.start(port, Optional.empty(), callers));
      try (ServerSocket freed = new ServerSocket(port, 1, MACHINE)) {
        assertTrue(freed.isBound());
      }
    }
  }

  @Test
  void start_saysWhatToDo_whenThePortIsTaken() throws Exception {
    try (DynamoDbLocal local = DynamoDbLocal.start(0, Optional.empty())) {
      PortTakenException refused =
          assertThrows(
              PortTakenException.class,
              () -> DynamoDbLocal.start(local.url().getPort(), Optional.empty()));
      assertTrue(refused.getMessage().contains("PORT=0"), refused.getMessage());
    }
  }
}
