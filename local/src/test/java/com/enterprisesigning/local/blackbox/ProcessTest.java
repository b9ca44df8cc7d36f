package com.enterprisesigning.local.blackbox;

import static com.enterprisesigning.local.blackbox.Caller.DEMO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process from its registration to its end. */
@ExtendWith(SharedRuns.class)
class ProcessTest {
  private final Runs runs;

  ProcessTest(Runs runs) {
    this.runs = runs;
  }

  private static List<String> statuses(Reply process) {
    List<String> statuses = new ArrayList<>();
    statuses.add(process.text("status"));
    process
        .body()
        .path("participants")
        .forEach(it -> statuses.add(it.path("status").asText() + it.path("hint_code").asText()));
    return statuses;
  }

  @ParameterizedTest
  @EnumSource
  @Execution(ExecutionMode.CONCURRENT)
  void process_showsTheStatusOfEachParticipant(Gateways gateways) throws Exception {
    Api api = runs.api(gateways);
    Registered registered = api.register(DEMO, runs.person(), runs.person());
    String first = registered.participants().getFirst();
    String last = registered.participants().getLast();
    Reply untouched = api.process(DEMO, registered.process()).is(200);
    assertEquals(List.of("OPEN", "NOT_STARTED", "NOT_STARTED"), statuses(untouched));
    String order = runs.phone().open(api.start(DEMO, first).is(200));
    assertEquals(
        List.of("OPEN", "INITIATED", "NOT_STARTED"),
        statuses(api.process(DEMO, registered.process()).is(200)));
    api.collectUntil(DEMO, first, reply -> reply.text("hint_code").equals("USER_SIGN"));
    assertEquals(
        List.of("OPEN", "PENDINGUSER_SIGN", "NOT_STARTED"),
        statuses(api.process(DEMO, registered.process()).is(200)));
    runs.phone().sign(order);
    api.collectUntil(DEMO, first, Reply::isEnd);
    api.start(DEMO, last).is(200);
    api.cancel(DEMO, last).is(204);
    assertEquals(
        List.of("OPEN", "COMPLETE", "FAILEDCANCELLED"),
        statuses(api.process(DEMO, registered.process()).is(200)));
    runs.phone().sign(runs.phone().open(api.start(DEMO, last).is(200)));
    api.collectUntil(DEMO, last, Reply::isEnd);
    assertEquals(
        List.of("COMPLETE", "COMPLETE", "COMPLETE"),
        statuses(api.process(DEMO, registered.process()).is(200)));
  }

  @ParameterizedTest
  @EnumSource
  @Execution(ExecutionMode.CONCURRENT)
  void withdraw_endsTheLiveOrder_andPreventsStarts(Gateways gateways) throws Exception {
    Api api = runs.api(gateways);
    String person = runs.person();
    Registered registered = api.register(DEMO, person);
    api.start(DEMO, registered.participant()).is(200);
    api.withdraw(DEMO, registered.process()).is(204);
    assertTrue(runs.phone().orders(person).stream().noneMatch(JournalOrder::isLive), "it ended");
    assertEquals(
        List.of("WITHDRAWN", "FAILEDCANCELLED"),
        statuses(api.process(DEMO, registered.process()).is(200)));
    api.start(DEMO, registered.participant()).is(410, "PROCESS_WITHDRAWN");
    api.startPhone(DEMO, registered.participant()).is(410, "PROCESS_WITHDRAWN");
    api.withdraw(DEMO, registered.process()).is(204);
    // Another process of the same person is not affected.
    api.start(DEMO, api.register(DEMO, person).participant()).is(200);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void withdraw_keepsSignatures() throws Exception {
    Api api = runs.api(Gateways.TWO_IN_TURN);
    Registered registered = api.register(DEMO, runs.person(), runs.person());
    String signed = registered.participant();
    runs.phone().sign(runs.phone().open(api.start(DEMO, signed).is(200)));
    api.collectUntil(DEMO, signed, Reply::isEnd);
    api.withdraw(DEMO, registered.process()).is(204);
    assertEquals(
        List.of("WITHDRAWN", "COMPLETE", "NOT_STARTED"),
        statuses(api.process(DEMO, registered.process()).is(200)));
    api.evidence(DEMO, signed).is(200);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void start_answers410_whenTheProcessHasExpired() throws Exception {
    Api api = runs.api(Gateways.TWO_IN_TURN);
    Map<String, Object> registration = new HashMap<>(api.registration("short", runs.person()));
    registration.put("expires_at", Instant.now().plusSeconds(2).toString());
    Reply reply = api.post(DEMO, "/signing/processes", registration).is(201);
    Registered registered = Registered.of(reply);
    Waiting.until(reply.time("expires_at"));
    api.start(DEMO, registered.participant()).is(410, "PROCESS_EXPIRED");
    api.startPhone(DEMO, registered.participant()).is(410, "PROCESS_EXPIRED");
    assertEquals(
        List.of("EXPIRED", "NOT_STARTED"),
        statuses(api.process(DEMO, registered.process()).is(200)));
  }
}
