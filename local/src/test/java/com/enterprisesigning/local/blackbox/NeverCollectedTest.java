package com.enterprisesigning.local.blackbox;

import static com.enterprisesigning.local.blackbox.Caller.DEMO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A signature that nobody collects is kept by the follow-up: {@code
 * docs/architecture.md#follow-up}.
 */
@Tag("thorough")
@ExtendWith(SharedRuns.class)
class NeverCollectedTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Map<String, String> SOON = Map.of("FOLLOW_UP_SECONDS", "2,4");

  private final Runs runs;

  NeverCollectedTest(Runs runs) {
    this.runs = runs;
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void process_isComplete_withItsEvidence_whenNobodyCollects() throws Exception {
    try (RunProcess starter = runs.join(SOON)) {
      Api api = runs.api(starter);
      Registered registered = api.register(DEMO, runs.person());
      sign(api.start(DEMO, registered.participant()).is(200));

      assertComplete(api, registered);
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void process_isComplete_whenTheGatewayThatStartedItWasKilled() throws Exception {
    Api survivor = runs.api(Gateways.ONE);
    Registered registered = survivor.register(DEMO, runs.person());
    try (RunProcess killed = runs.join(SOON)) {
      sign(runs.api(killed).start(DEMO, registered.participant()).is(200));
      killed.kill();
    }

    assertComplete(survivor, registered);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void processOfAPhoneOrder_isComplete_whenNobodyCollects() throws Exception {
    String person = runs.person();
    try (RunProcess starter = runs.join(SOON)) {
      Api api = runs.api(starter);
      Registered registered = api.register(DEMO, person);
      api.startPhone(DEMO, registered.participant()).is(200);
      String order = runs.phone().answer(person);
      runs.phone().confirmCall(order);
      runs.phone().sign(order);

      assertComplete(api, registered);
    }
  }

  private void sign(Reply started) throws Exception {
    runs.phone().sign(runs.phone().open(started));
  }

  /** Polls with two calls that never ask BankID. */
  private static void assertComplete(Api api, Registered registered) throws Exception {
    Instant deadline = Instant.now().plus(PATIENCE);
    Reply process = api.process(DEMO, registered.process()).is(200);
    while (!process.text("status").equals("COMPLETE") && Instant.now().isBefore(deadline)) {
      Waiting.until(process.receivedAt().plusMillis(250));
      process = api.process(DEMO, registered.process()).is(200);
    }
    assertEquals("COMPLETE", process.text("status"));
    Reply evidence = api.evidence(DEMO, registered.participant()).is(200);
    assertTrue(evidence.body().path("verified").asBoolean(), "verified");
  }
}
