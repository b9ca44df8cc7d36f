package com.enterprisesigning.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.local.template.Template;
import com.enterprisesigning.local.web.Callers;
import com.enterprisesigning.local.web.Loopback;
import com.enterprisesigning.local.web.NamedHost;
import com.enterprisesigning.local.web.SecondLoopback;
import com.enterprisesigning.simulator.order.SecondOrder;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run with {@code CONTAINERS}; 127.0.0.3 is the bridge's address here. */
class RunForContainersTest {
  private static final String BRIDGE = SecondLoopback.NAME;
  private static final InetAddress MACHINE = Loopback.address(0).getAddress();
  private static final String CONTAINERS_NAME = "host.docker.internal";
  private static final List<String> SERVICES =
      List.of(
          "AWS_ENDPOINT_URL_DYNAMODB", "AWS_ENDPOINT_URL_SECRETS_MANAGER", "AWS_ENDPOINT_URL_SQS");

  private static RunningLocally run;
  private static JsonNode settings;

  @BeforeAll
  static void start() throws Exception {
    SecondLoopback.assumeBindable();
    run =
        RunningLocally.start(
            new TestWiring(),
            Clock.systemUTC(),
            forContainers(Optional.of(SecondLoopback.ADDRESS)));
    settings = run.json(run.get("/sandbox/join")).required("settings");
  }

  @AfterAll
  static void stop() {
    if (run != null) {
      run.close();
    }
  }

  /**
   * Uses free ports, as only a test can: the environment allows containers only with fixed ports.
   */
  private static LocalSettings forContainers(Optional<InetAddress> address) {
    return new LocalSettings(
        0,
        Optional.empty(),
        Optional.empty(),
        true,
        address,
        SecondOrder.ENDS_BOTH,
        true,
        Map.of());
  }

  /** Returns the key that a shell gets from the run. */
  private static String key() throws Exception {
    String answer = run.get(ContainersKey.PATH).body();
    assertTrue(answer.matches("LOCAL[0-9A-F]{32}\n"), "not a key id");
    return answer.strip();
  }

  private static URI atTheBridge(String setting) {
    return URI.create(settings.required(setting).asText().replace("127.0.0.1", BRIDGE));
  }

  private static HttpResponse<String> call(String keyId, String setting, String target, String body)
      throws Exception {
    return run.send(
        HttpRequest.newBuilder(atTheBridge(setting))
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("X-Amz-Target", target)
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=%s/20260301/eu-north-1/any/aws4_request, Signature=0f"
                    .formatted(keyId))
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "AWS_ENDPOINT_URL_DYNAMODB, DynamoDB_20120810.ListTables, {}",
        "AWS_ENDPOINT_URL_SECRETS_MANAGER, secretsmanager.GetSecretValue,"
            + " {\"SecretId\": \"local/person-key\"}",
        "AWS_ENDPOINT_URL_SQS, AmazonSQS.GetQueueUrl, {\"QueueName\": \"FollowUpQueue\"}"
      })
  void service_answersOnlyToTheKeyOfTheRun(String setting, String target, String body)
      throws Exception {
    HttpResponse<String> answer = call(key(), setting, target, body);
    assertEquals(200, answer.statusCode(), answer.body());
    HttpResponse<String> refusal = call("local", setting, target, body);
    assertEquals(403, refusal.statusCode(), refusal.body());
    assertEquals("UnrecognizedClientException", run.json(refusal).path("__type").asText());
  }

  @Test
  void gateway_isNotServed_atTheContainersAddress() {
    assertThrows(
        ConnectException.class,
        () ->
            run.send(
                HttpRequest.newBuilder(
                    URI.create("http://" + BRIDGE + ":" + run.url().getPort() + "/"))));
  }

  @Test
  void containersName_isAccepted_onlyAtTheBridge() throws Exception {
    for (String service : SERVICES) {
      URI address = URI.create(settings.required(service).asText());
      assertEquals(403, statusByName(SecondLoopback.ADDRESS, address), service);
      assertEquals(421, statusByName(MACHINE, address), service);
    }
    assertEquals(421, statusByName(MACHINE, run.url()), "the gateway");
  }

  @Test
  void containersName_isAcceptedByServices_withDockerDesktop() throws Exception {
    Template template = Template.parse(RepositoryFiles.text("template.yaml"));
    try (OwnServices services =
        OwnServices.start(
            forContainers(Optional.empty()),
            Callers.DOCKER_DESKTOP,
            template,
            run.url(),
            Clock.systemUTC())) {
      for (String service : SERVICES) {
        URI address = URI.create(services.backend().settings().get(service));
        assertNotEquals(421, statusByName(MACHINE, address), service);
        assertEquals(421, NamedHost.status(MACHINE, address.getPort(), "/", "evil.example"));
      }
    }
  }

  private static int statusByName(InetAddress address, URI server) throws IOException {
    return NamedHost.status(address, server.getPort(), "/", CONTAINERS_NAME);
  }

  @Test
  void start_printsTheOpenServices_andTheLineForTheShell() {
    assertTrue(run.printed().contains("127.0.0.3/8"), run.printed());
    assertTrue(
        run.printed()
            .contains(
                "key=$(curl -sSf "
                    + run.url()
                    + "/sandbox/containers) && export AWS_ACCESS_KEY_ID=\"$key\""
                    + " AWS_SECRET_ACCESS_KEY=local\n"),
        run.printed());
  }

  @Test
  void start_fails_forTheAddressOfAnotherMachine() {
    assertThrows(
        IOException.class,
        () ->
            RunningLocally.start(
                new TestWiring(),
                Clock.systemUTC(),
                forContainers(Optional.of(InetAddress.ofLiteral("203.0.113.7")))));
  }
}
