package com.enterprisesigning.local.blackbox;

import static com.enterprisesigning.local.blackbox.Caller.DEMO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.enterprisesigning.local.RepositoryFiles;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The follow-up has evidence stamped, and OpenSSL verifies the time stamp by the commands of {@code
 * docs/evidence.md#the-time-stamp}.
 */
@ExtendWith(SharedRuns.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimeStampTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern COMMANDS =
      Pattern.compile("(?s)\n## The time stamp\n.*?```bash\n(.*?)```");
  private static final List<String> TOOLS = List.of("bash", "jq", "openssl", "curl");

  private final Runs runs;
  private final RunProcess run;
  private final Api api;

  /** This class has its own gateway, whose orders are followed up soon. */
  TimeStampTest(Runs runs) throws Exception {
    this.runs = runs;
    run = runs.join(Map.of("FOLLOW_UP_SECONDS", "2,4"));
    api = runs.api(run);
  }

  @AfterAll
  void stop() {
    run.close();
  }

  @BeforeEach
  void toolsAreThere() throws Exception {
    for (String tool : TOOLS) {
      boolean isThere = new ProcessBuilder("sh", "-c", "command -v " + tool).start().waitFor() == 0;
      assumeTrue(
          isThere,
          "SKIPPED: the time stamp was not verified, because this is missing: "
              + tool
              + " (apt-get install jq openssl curl)");
    }
  }

  @Test
  void evidence_isStamped_andOpensslVerifiesIt(@TempDir Path directory) throws Exception {
    Instant before = Instant.now();

    JsonNode evidence = stamped(signed());

    String printed = verified(directory, evidence);
    assertTrue(printed.contains("Verification: OK"), printed);
    Instant at = Instant.parse(evidence.at("/time_stamp/at").asText());
    assertFalse(at.isBefore(before.minusSeconds(1)) || at.isAfter(Instant.now()), at.toString());
    assertEquals(
        "C=SE,O=Simulated Time AB,CN=Simulated Time Stamp Authority",
        evidence.at("/time_stamp/authority").asText());
  }

  @Test
  void timeStamp_isNotOfAnotherText(@TempDir Path directory) throws Exception {
    ObjectNode evidence = (ObjectNode) stamped(signed());
    evidence.put("user_visible_data", evidence.path("user_visible_data").asText() + " ");

    String printed = verified(directory, evidence);

    assertTrue(printed.contains("message imprint mismatch"), printed);
    assertTrue(printed.contains("Verification: FAILED"), printed);
  }

  @Test
  void timeStamp_isLoggedOnce_andCounted() throws Exception {
    LogLines log = new LogLines(runs.first(), runs.api(runs.first()));
    String participant = signed();
    stamped(participant);
    Waiting.until(() -> log.followed(participant).size() == 2);

    assertEquals(
        List.of("STAMPED"),
        log.audit(participant).stream()
            .filter(line -> line.path("audit").asText().equals("TIME_STAMP"))
            .map(line -> line.path("outcome").asText())
            .toList());
    assertTrue(log.counted("TimeStampsStored") > 0);
    assertEquals(0, log.counted("TimeStampsRefused"));
    // SIGNING, the evidence, and the time stamp, which the second message finds.
    assertEquals(
        List.of(3, 2),
        log.followed(participant).stream().map(line -> line.path("table_calls").asInt()).toList());
  }

  private String signed() throws Exception {
    String participant = api.register(DEMO, runs.person()).participant();
    runs.phone().sign(runs.phone().open(api.start(DEMO, participant).is(200)));
    api.collectUntil(DEMO, participant, Reply::isEnd);
    return participant;
  }

  private JsonNode stamped(String participant) throws Exception {
    Instant deadline = Instant.now().plus(PATIENCE);
    Reply evidence = api.evidence(DEMO, participant).is(200);
    while (!evidence.body().has("time_stamp") && Instant.now().isBefore(deadline)) {
      Waiting.until(evidence.receivedAt().plusMillis(250));
      evidence = api.evidence(DEMO, participant).is(200);
    }
    assertTrue(evidence.body().has("time_stamp"), "the evidence is stamped");
    return evidence.body();
  }

  private String verified(Path directory, JsonNode evidence) throws Exception {
    Files.writeString(directory.resolve("evidence.json"), evidence.toString());
    Matcher commands = COMMANDS.matcher(RepositoryFiles.text("docs/evidence.md"));
    assertTrue(commands.find(), "docs/evidence.md has the commands");
    String secrets =
        runs.phone().get("/sandbox/join").at("/settings/AWS_ENDPOINT_URL_SECRETS_MANAGER").asText();
    Process bash =
        new ProcessBuilder(
                "bash", "-c", commands.group(1).replace("http://127.0.0.1:8003", secrets))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    bash.getOutputStream().close();
    String printed = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(bash.waitFor(60, TimeUnit.SECONDS), "bash ended");
    return printed;
  }
}
