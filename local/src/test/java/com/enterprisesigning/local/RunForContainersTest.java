package com.enterprisesigning.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run with {@code CONTAINERS}; 127.0.0.3 is the bridge's address here. */
class RunForContainersTest {
  private static final String BRIDGE = "127.0.0.3";

  private static RunningLocally run;
  private static JsonNode settings;

  @BeforeAll
  static void start() throws Exception {
    run = RunningLocally.start(new TestWiring(), Map.of("CONTAINERS", BRIDGE));
    settings = run.json(run.get("/sandbox/join")).required("settings");
  }

  @AfterAll
  static void stop() {
    run.close();
  }

  /** The key that a shell takes of the run. */
  private static String key() throws Exception {
    Matcher exported =
        Pattern.compile(
                "export AWS_ACCESS_KEY_ID=(LOCAL[0-9A-F]{32}) AWS_SECRET_ACCESS_KEY=local\n")
            .matcher(run.get("/sandbox/containers").body());
    assertTrue(exported.matches());
    return exported.group(1);
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
  void service_answersTheKeyOfTheRunAlone(String setting, String target, String body)
      throws Exception {
    HttpResponse<String> answer = call(key(), setting, target, body);
    assertEquals(200, answer.statusCode(), answer.body());
    HttpResponse<String> refusal = call("local", setting, target, body);
    assertEquals(403, refusal.statusCode(), refusal.body());
    assertEquals("UnrecognizedClientException", run.json(refusal).path("__type").asText());
  }

  @Test
  void gateway_isNotServedThere() {
    assertThrows(
        ConnectException.class,
        () ->
            run.send(
                HttpRequest.newBuilder(
                    URI.create("http://" + BRIDGE + ":" + run.url().getPort() + "/"))));
  }

  @Test
  void shell_isToldWhatToSet_whereTheRunIsNotForContainers() throws Exception {
    try (RunningLocally other = RunningLocally.start(new TestWiring(), Map.of())) {
      assertEquals(
          "echo 'Start the local run with CONTAINERS=true' >&2; false\n",
          other.get("/sandbox/containers").body());
    }
  }

  @Test
  void start_printsWhatIsOpen_andTheLineForTheShell() {
    assertTrue(run.printed().contains("127.0.0.3/8"), run.printed());
    assertTrue(
        run.printed().contains("eval \"$(curl -s " + run.url() + "/sandbox/containers)\""),
        run.printed());
  }

  @Test
  void addressOfAnotherMachine_endsTheStart() {
    assertThrows(
        IOException.class,
        () -> RunningLocally.start(new TestWiring(), Map.of("CONTAINERS", "203.0.113.7")));
  }
}
