package com.enterprisesigning.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.aws.AwsClients;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The real AWS client against an HTTP server that answers like Secrets Manager. */
class SecretsManagerSecretsTest {
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private SecretsManagerClient client;
  private Secrets secrets;
  private volatile int status = 200;
  private volatile String answer = "{}";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
          asked.add(target + " " + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          byte[] body = answer.getBytes(UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    client =
        new AwsClients(
                Region.EU_NORTH_1,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key")),
                List.of())
            .secretsManager(
                Optional.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort())));
    secrets = new SecretsManagerSecrets(client);
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  @Test
  void reads_theTextOfTheCurrentVersion() {
    answer = "{\"Name\":\"person-key\",\"SecretString\":\"räksmörgås\"}";

    assertEquals("räksmörgås", secrets.read("person-key"));
    assertEquals(List.of(asking("AWSCURRENT")), asked);
  }

  @Test
  void reads_theTextThatTheCurrentOneReplaced() {
    answer = "{\"Name\":\"person-key\",\"SecretString\":\"smultron\"}";

    assertEquals(Optional.of("smultron"), secrets.previous("person-key"));
    assertEquals(List.of(asking("AWSPREVIOUS")), asked);
  }

  @Test
  void hasNoPreviousText_ofASecretThatWasNeverReplaced() {
    answer = "{\"__type\":\"ResourceNotFoundException\",\"Message\":\"no such stage\"}";
    status = 400;

    assertEquals(Optional.empty(), secrets.previous("person-key"));
  }

  @Test
  void hasNoPreviousText_whereThatWasBinary() {
    answer = "{\"Name\":\"person-key\",\"SecretBinary\":\"AAAA\"}";

    assertEquals(Optional.empty(), secrets.previous("person-key"));
  }

  @Test
  void previous_fails_whenSecretsManagerFails() {
    status = 500;

    assertThrows(SecretUnreadable.class, () -> secrets.previous("person-key"));
  }

  @Test
  void says_whereItLooked_whenThereIsNone() {
    answer = "{\"__type\":\"ResourceNotFoundException\",\"Message\":\"not found\"}";
    status = 400;

    assertEquals(
        "Secret person-key: Secrets Manager has no secret with this name in eu-north-1. Check the"
            + " name, the region and the account, and that the secret has a value.",
        unreadable());
  }

  @Test
  void says_whichRightIsMissing_whenItIsRefused() {
    answer = "{\"__type\":\"AccessDeniedException\",\"Message\":\"not authorized\"}";
    status = 400;

    String message =
        assertThrowsExactly(SecretDenied.class, () -> secrets.read("person-key")).getMessage();

    assertTrue(message.contains("(HTTP 400, AccessDeniedException)"), message);
    assertTrue(message.contains("secretsmanager:GetSecretValue"), message);
  }

  @Test
  void denial_isToldApart_becauseTheRightsOfANewRoleTakeSomeSeconds() {
    answer = "{\"__type\":\"AccessDeniedException\",\"Message\":\"not authorized\"}";
    status = 400;
    assertThrows(SecretDenied.class, () -> secrets.read("person-key"));

    answer = "{\"__type\":\"InvalidRequestException\",\"Message\":\"deleted\"}";
    SecretUnreadable other = assertThrows(SecretUnreadable.class, () -> secrets.read("person-key"));
    assertEquals(SecretUnreadable.class, other.getClass());
  }

  @Test
  void refuses_aBinarySecret() {
    answer = "{\"Name\":\"person-key\",\"SecretBinary\":\"AAAA\"}";

    assertTrue(unreadable().contains("SecretString"));
  }

  @Test
  void triesThreeTimes_whenTheServiceFails() {
    answer = "{\"__type\":\"InternalServiceError\"}";
    status = 500;

    assertTrue(unavailable().contains("HTTP 500"));
    assertEquals(3, asked.size());
  }

  @Test
  void isUnavailable_whenTheServiceThrottles() {
    answer = "{\"__type\":\"ThrottlingException\"}";
    status = 400;

    assertTrue(unavailable().contains("ThrottlingException"));
  }

  @Test
  void says_thatThereWasNoAnswer_whenThereIsNoConnection() {
    server.stop(0);

    assertTrue(unavailable().contains("did not answer"));
  }

  private static String asking(String stage) {
    return "secretsmanager.GetSecretValue"
        + " {\"SecretId\":\"person-key\",\"VersionStage\":\"%s\"}".formatted(stage);
  }

  private String unreadable() {
    return assertThrowsExactly(SecretUnreadable.class, () -> secrets.read("person-key"))
        .getMessage();
  }

  private String unavailable() {
    return assertThrowsExactly(SecretsUnavailable.class, () -> secrets.read("person-key"))
        .getMessage();
  }
}
