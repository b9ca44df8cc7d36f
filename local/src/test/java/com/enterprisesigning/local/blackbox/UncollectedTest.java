package com.enterprisesigning.local.blackbox;

import static com.enterprisesigning.local.blackbox.Caller.DEMO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signatures that nobody comes back for (design section 5, follow-up). */
@ExtendWith(SharedRuns.class)
class UncollectedTest {
  /** The follow-up comes after 3 s; where the signature is later still, again within 20 s. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private final Runs runs;

  UncollectedTest(Runs runs) {
    this.runs = runs;
  }

  @Test
  void signature_isStored_whenTheGatewayThatStartedItIsKilled_andNobodyCollects() throws Exception {
    try (RunProcess first = runs.start(Map.of("FOLLOW_UP_SECONDS", "3"))) {
      Api api = runs.api(first);
      Phone phone = new Phone(runs.wire(), first.url());
      Registered registered = api.register(DEMO, runs.person());
      String order;
      try (RunProcess killed = runs.start(Map.of("JOIN", first.url().toString()))) {
        order = phone.open(runs.api(killed).start(DEMO, registered.participant()).is(200));
        killed.kill();
      }
      phone.sign(order);

      awaitCompletion(api, registered);
      Reply evidence = api.evidence(DEMO, registered.participant()).is(200);
      assertTrue(evidence.body().path("verified").asBoolean(), "verified");
      assertEquals(order, evidence.text("order_ref"));
    }
  }

  /** Looks, and never collects. */
  private static void awaitCompletion(Api api, Registered registered) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    Reply process = api.process(DEMO, registered.process()).is(200);
    while (!process.text("status").equals("COMPLETE")) {
      assertTrue(Instant.now().isBefore(end), () -> "nobody stored the signature");
      Waiting.until(process.receivedAt().plus(BETWEEN_LOOKS));
      process = api.process(DEMO, registered.process()).is(200);
    }
  }
}
