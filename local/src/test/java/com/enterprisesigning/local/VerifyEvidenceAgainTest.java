package com.enterprisesigning.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.functions.VerifyEvidenceAgain;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  /** The outcome of the command. */
  private record Result(int status, List<String> report, String log) {}

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

  private static Map<String, String> settings(RunningLocally run) throws Exception {
    Map<String, String> settings = new TreeMap<>();
    run.json(run.get("/sandbox/join"))
        .path("settings")
        .properties()
        .forEach(setting -> settings.put(setting.getKey(), setting.getValue().asText()));
    settings.put("AWS_ACCESS_KEY_ID", "local");
    settings.put("AWS_SECRET_ACCESS_KEY", "local");
    return settings;
  }

  private Result command(Map<String, String> environment, String... arguments) throws Exception {
    Path report = directory.resolve("report");
    Path log = directory.resolve("log");
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.endsWith("test-classes"))
            .collect(Collectors.joining(File.pathSeparator));
    ProcessBuilder command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--class-path",
                classPath,
                VerifyEvidenceAgain.class.getName())
            .redirectOutput(report.toFile())
            .redirectError(log.toFile());
    command.command().addAll(List.of(arguments));
    command.environment().clear();
    command.environment().putAll(environment);
    int status = command.start().waitFor();
    return new Result(
        status, Files.readAllLines(report), Files.readString(log, StandardCharsets.UTF_8));
  }

  /** Starts a signing for a person with a role. */
  private static String signing(String personalNumber) throws Exception {
    String participant = wrong.participant(token, personalNumber);
    wrong.callFor(token, "/signing/start", participant);
    return participant;
  }

  private static String collected(RunningLocally gateway, String participant) throws Exception {
    while (true) {
      JsonNode answer = gateway.json(gateway.callFor(token, "/signing/collect", participant));
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

    Result first = command(settings(run));

    JsonNode evidence = evidence(signed);
    assertEquals(3, first.status(), first.log());
    assertEquals("COMPLETE", collected(run, signed));
    assertTrue(evidence.path("verified").asBoolean(), evidence.path("verification").toString());
    assertEquals("COLLECT_ERROR", collected(run, altered));
    assertFalse(evidence(altered).path("verified").asBoolean());
    assertEquals(
        List.of(
                "2 rejected: 1 COMPLETE, 1 still rejected, 0 without a participant",
                line(altered, evidence(altered), "still rejected by SIGNED_TEXT"),
                line(signed, evidence, "COMPLETE"))
            .stream()
            .sorted()
            .toList(),
        first.report().stream().sorted().toList());
    assertEquals(1, first.log().lines().filter(it -> it.contains("\"kind\":\"audit\"")).count());
    for (String person : List.of(role("Signe"), role("Text"))) {
      assertFalse((first.report() + first.log()).contains(person), "a personal number");
    }

    Result second = command(settings(run));

    assertEquals(3, second.status(), second.log());
    assertEquals(first.report(), second.report());
    assertFalse(second.log().contains("\"kind\":\"audit\""), second.log());
    assertEquals(evidence, evidence(signed));
  }

  @Test
  void command_succeeds_whenNothingWasRejected() throws Exception {
    try (RunningLocally fresh = RunningLocally.start(CORE, Map.of())) {
      Result result = command(settings(fresh));

      assertEquals(0, result.status(), result.log());
      assertEquals(
          List.of("0 rejected: 0 COMPLETE, 0 still rejected, 0 without a participant"),
          result.report());
    }
  }

  @Test
  void aMissingSetting_isNamed() throws Exception {
    Map<String, String> settings = settings(run);
    settings.remove("TABLE_NAME");

    Result result = command(settings);

    assertEquals(2, result.status());
    assertEquals(List.of(), result.report());
    assertTrue(result.log().contains("TABLE_NAME is missing: set it to"), result.log());
  }

  @Test
  void anArgument_isRefused() throws Exception {
    Result result = command(settings(run), "--help");

    assertEquals(2, result.status());
    assertEquals(List.of(), result.report());
    assertTrue(result.log().contains("This command takes no arguments."), result.log());
  }

  @Test
  void aMissingTable_failsTheCommand() throws Exception {
    Map<String, String> settings = settings(run);
    settings.put("TABLE_NAME", "another");

    Result result = command(settings);

    assertEquals(2, result.status());
    assertTrue(result.log().contains("Not all were verified."), result.log());
    assertTrue(result.log().contains("ResourceNotFoundException"), result.log());
  }
}
