package com.enterprisesigning.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.functions.VerifyEvidenceAgain;
import com.enterprisesigning.local.OperatorCommand.Result;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The operator's command, as a separate process. Before it runs, a gateway has checked signatures
 * against the wrong root, that of BankID's servers. The command's settings name the right root.
 */
@Tag("thorough")
class VerifyEvidenceAgainTest {
  private static final Wiring CORE = new CoreWiring(Clock.systemUTC());
  private static RunningLocally run;
  private static RunningLocally wrong;
  private static String token;
  @TempDir private Path directory;

  @BeforeAll
  static void start() throws Exception {
    run = RunningLocally.start(CORE, Map.of());
    wrong = RunningLocally.start(new WrongRootWiring(CORE), Map.of("JOIN", run.url().toString()));
    token = run.token("demo");
  }

  @AfterAll
  static void stop() {
    wrong.close();
    run.close();
  }

  private Result command(Map<String, String> environment, String... arguments) throws Exception {
    return OperatorCommand.run(
        VerifyEvidenceAgain.class, directory, environment, "", List.of(arguments));
  }

  /** Starts a signing for a person with a role. */
  private static String signing(String personalNumber) throws Exception {
    String participant = wrong.participant(token, personalNumber);
    wrong.callFor(token, "/signing/start", participant);
    return participant;
  }

  private static String collected(RunningLocally gateway, String participant) throws Exception {
    return collected(gateway, token, participant);
  }

  private static String collected(RunningLocally gateway, String bearer, String participant)
      throws Exception {
    while (true) {
      JsonNode answer = gateway.json(gateway.callFor(bearer, "/signing/collect", participant));
      if (!answer.has("next_collect_ms")) {
        return answer.path("status").asText();
      }
      Thread.sleep(answer.path("next_collect_ms").asLong());
    }
  }

  private static JsonNode evidence(String participant) throws Exception {
    return run.json(run.evidence(token, participant));
  }

  private static String role(String givenName) throws Exception {
    for (JsonNode role : run.json(run.get("/sandbox/roles"))) {
      if (role.path("name").asText().startsWith(givenName + " ")) {
        return role.path("personal_number").asText();
      }
    }
    throw new AssertionError("no role " + givenName);
  }

  private static String line(String participant, JsonNode evidence, String result) {
    return "participant %s order %s: %s"
        .formatted(participant, evidence.path("order_ref").asText(), result);
  }

  @Test
  void signatureRejectedByAWrongRoot_becomesComplete_andAnAlteredOneDoesNot() throws Exception {
    String signed = signing(role("Signe"));
    String altered = signing(role("Text"));
    // Rejected because of the wrong root.
    assertEquals("COLLECT_ERROR", collected(wrong, signed));
    assertEquals("COLLECT_ERROR", collected(wrong, altered));

    Result first = command(OperatorCommand.settings(run));

    JsonNode evidence = evidence(signed);
    assertEquals(3, first.status(), first.log());
    assertEquals("COMPLETE", collected(run, signed));
    assertTrue(evidence.path("verified").asBoolean(), evidence.path("verification").toString());
    assertEquals("COLLECT_ERROR", collected(run, altered));
    assertFalse(evidence(altered).path("verified").asBoolean());
    assertEquals(
        List.of(
                "2 verified: 1 COMPLETE, 1 rejected, 0 without a participant",
                line(altered, evidence(altered), "rejected by SIGNED_TEXT"),
                line(signed, evidence, "COMPLETE"))
            .stream()
            .sorted()
            .toList(),
        first.report().stream().sorted().toList());
    assertEquals(1, first.log().lines().filter(it -> it.contains("\"kind\":\"audit\"")).count());
    for (String person : List.of(role("Signe"), role("Text"))) {
      assertFalse((first.report() + first.log()).contains(person), "a personal number");
    }

    Result second = command(OperatorCommand.settings(run));

    assertEquals(3, second.status(), second.log());
    assertEquals(first.report(), second.report());
    assertFalse(second.log().contains("\"kind\":\"audit\""), second.log());
    assertEquals(evidence, evidence(signed));
  }

  @Test
  void completionThatWasKeptWithoutEvidence_becomesComplete() throws Exception {
    // The command leaves a completion alone while its order may be followed up.
    Clock anHourAgo = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
    try (RunningLocally earlier =
        RunningLocally.start(new CoreWiring(anHourAgo), anHourAgo, Map.of())) {
      String demo = earlier.token("demo");
      String participant = earlier.participant(demo, role("Signe"));
      earlier.callFor(demo, "/signing/start", participant);
      assertEquals("COMPLETE", collected(earlier, demo, participant));
      JsonNode signed = earlier.json(earlier.evidence(demo, participant));
      Map<String, String> settings = OperatorCommand.settings(earlier);
      loseEvidence(settings, participant);
      assertEquals(404, earlier.evidence(demo, participant).statusCode());

      Result result = command(settings);

      assertEquals(0, result.status(), result.log());
      assertEquals(
          List.of(
              line(participant, signed, "was kept without evidence, COMPLETE"),
              "1 verified: 1 COMPLETE, 0 rejected, 0 without a participant"),
          result.report());
      assertEquals(signed, earlier.json(earlier.evidence(demo, participant)));
      assertEquals("COMPLETE", collected(earlier, demo, participant));
      assertEquals(1, result.log().lines().filter(it -> it.contains("\"kind\":\"audit\"")).count());
    }
  }

  /** Leaves the table as a call does that dies after its first write. */
  private static void loseEvidence(Map<String, String> settings, String participant) {
    try (DynamoDbClient table =
        DynamoDbClient.builder()
            .endpointOverride(URI.create(settings.get("AWS_ENDPOINT_URL_DYNAMODB")))
            .region(Region.of(settings.get("AWS_REGION")))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .build()) {
      table.deleteItem(
          delete -> delete.tableName(settings.get("TABLE_NAME")).key(key(participant, "EVIDENCE")));
      table.updateItem(update ->
          update
              .tableName(settings.get("TABLE_NAME"))
              .key(key(participant, "SIGNING"))
              .updateExpression("SET #status = :pending REMOVE signed_at")
              .expressionAttributeNames(Map.of("#status", "status"))
              .expressionAttributeValues(Map.of(":pending", AttributeValue.fromS("PENDING"))));
    }
  }

  private static Map<String, AttributeValue> key(String participant, String sort) {
    return Map.of(
        "pk", AttributeValue.fromS("PARTICIPANT#" + participant), "sk", AttributeValue.fromS(sort));
  }

  @Test
  void command_succeeds_whenNothingWasRejected() throws Exception {
    try (RunningLocally fresh = RunningLocally.start(CORE, Map.of())) {
      Result result = command(OperatorCommand.settings(fresh));

      assertEquals(0, result.status(), result.log());
      assertEquals(
          List.of("0 verified: 0 COMPLETE, 0 rejected, 0 without a participant"), result.report());
    }
  }

  @Test
  void aMissingSetting_isNamed() throws Exception {
    Map<String, String> settings = OperatorCommand.settings(run);
    settings.remove("TABLE_NAME");

    Result result = command(settings);

    assertEquals(2, result.status());
    assertEquals(List.of(), result.report());
    assertTrue(result.log().contains("TABLE_NAME is missing: set it to"), result.log());
  }

  @Test
  void anArgument_isRefused() throws Exception {
    Result result = command(OperatorCommand.settings(run), "--help");

    assertEquals(2, result.status());
    assertEquals(List.of(), result.report());
    assertTrue(result.log().contains("This command takes no arguments."), result.log());
  }

  @Test
  void aMissingTable_failsTheCommand() throws Exception {
    Map<String, String> settings = OperatorCommand.settings(run);
    settings.put("TABLE_NAME", "another");

    Result result = command(settings);

    assertEquals(2, result.status());
    assertTrue(result.log().contains("Not all were verified."), result.log());
    assertTrue(result.log().contains("ResourceNotFoundException"), result.log());
  }
}
