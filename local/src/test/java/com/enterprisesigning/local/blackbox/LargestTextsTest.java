package com.enterprisesigning.local.blackbox;

import static com.enterprisesigning.local.blackbox.Caller.DEMO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.functions.Application;
import com.enterprisesigning.functions.Settings;
import com.enterprisesigning.signing.Deadline;
import com.enterprisesigning.signing.Outcome;
import com.enterprisesigning.signing.Timing;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** The largest texts that BankID accepts, of a kind that does not compress. */
@ExtendWith(SharedRuns.class)
class LargestTextsTest {
  private static final int VISIBLE_BYTES = 30_000;
  private static final int NON_VISIBLE_BYTES = 150_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Runs runs;
  private final Api api;
  private final Random random = new Random(7);

  LargestTextsTest(Runs runs) {
    this.runs = runs;
    this.api = runs.api(Gateways.ONE);
  }

  /** The texts to be signed, and the process that they were registered in. */
  private record Largest(Registered registered, String visible, String nonVisible) {
    void assertWhole(Reply evidence) {
      assertTrue(evidence.body().path("verified").asBoolean(), "verified");
      assertEquals(visible, evidence.text("user_visible_data"));
      assertEquals(nonVisible, evidence.text("user_non_visible_data"));
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void evidence_isComplete_whenItIsCollected() throws Exception {
    Largest largest = signed();

    Reply end = api.collectUntil(DEMO, largest.registered().participant(), Reply::isEnd);

    assertEquals("COMPLETE", end.text("status"));
    largest.assertWhole(api.evidence(DEMO, largest.registered().participant()).is(200));
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void evidence_isComplete_whenItReachedTheTableOnlyThroughTheQueue() throws Exception {
    Largest largest = signed();
    try (TableWithoutEvidence table = TableWithoutEvidence.before(settings(), Duration.ofDays(1))) {
      // The collecting invocation has time for the hand-out, and little more.
      Clock clock = Clock.systemUTC();
      Deadline deadline =
          new Deadline(clock.instant().plus(Timing.LEFT_TO_ASK).plusSeconds(3), clock);

      assertEquals(SigningStatus.INITIATED, collected(largest, table, deadline));
    }

    awaitCompletion(largest.registered());
    largest.assertWhole(api.evidence(DEMO, largest.registered().participant()).is(200));
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void evidence_isComplete_whenTheTableRefusedForFiveSeconds() throws Exception {
    Largest largest = signed();
    try (TableWithoutEvidence table =
        TableWithoutEvidence.before(settings(), Duration.ofSeconds(5))) {
      Clock clock = Clock.systemUTC();
      Deadline deadline = new Deadline(clock.instant().plus(Timing.FUNCTION_TIMEOUT), clock);

      assertEquals(SigningStatus.COMPLETE, collected(largest, table, deadline));
    }

    largest.assertWhole(api.evidence(DEMO, largest.registered().participant()).is(200));
  }

  /** Collects over this table, which must refuse at least once, and returns the status. */
  private SigningStatus collected(Largest largest, TableWithoutEvidence table, Deadline end)
      throws Exception {
    Application application = application(table);
    Outcome<Signing> outcome =
        application
            .service()
            .collect("demo", UUID.fromString(largest.registered().participant()), end);
    assertTrue(table.hasRefused(), "the table was asked");
    return outcome instanceof Outcome.Answered<Signing>(Signing signing) ? signing.status() : null;
  }

  private Largest signed() throws Exception {
    String person = runs.person();
    String visible = text(VISIBLE_BYTES);
    String nonVisible = text(NON_VISIBLE_BYTES);
    Registered registered =
        Registered.of(
            api.post(
                DEMO,
                "/signing/processes",
                Map.of(
                    "reference",
                    "largest",
                    "participants",
                    List.of(
                        Map.of(
                            "personal_number",
                            person,
                            "user_visible_data",
                            visible,
                            "user_non_visible_data",
                            nonVisible)))));
    Reply started = api.start(DEMO, registered.participant()).is(200);
    runs.phone().sign(runs.phone().open(started));
    return new Largest(registered, visible, nonVisible);
  }

  private synchronized String text(int length) {
    return random
        .ints(length, ' ', '~' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private Map<String, String> settings() throws Exception {
    Map<String, String> settings = new HashMap<>();
    JsonNode joined = runs.phone().get("/sandbox/join").path("settings");
    joined
        .properties()
        .forEach(setting -> settings.put(setting.getKey(), setting.getValue().asText()));
    return settings;
  }

  /** Wires up the functions as one more gateway of the same runs, but with the given table. */
  private Application application(TableWithoutEvidence table) throws Exception {
    Map<String, String> settings = settings();
    settings.put("AWS_ENDPOINT_URL_DYNAMODB", table.url().toString());
    return Application.from(
        Settings.from(settings),
        StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")),
        Clock.systemUTC());
  }

  private void awaitCompletion(Registered registered) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    Reply process = api.process(DEMO, registered.process()).is(200);
    while (!process.text("status").equals("COMPLETE") && Instant.now().isBefore(end)) {
      Waiting.until(process.receivedAt().plusMillis(250));
      process = api.process(DEMO, registered.process()).is(200);
    }
    assertEquals("COMPLETE", process.text("status"));
  }
}
