package com.enterprisesigning.local.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.local.blackbox.Caller;
import com.enterprisesigning.local.blackbox.JournalOrder;
import com.enterprisesigning.local.blackbox.Reply;
import com.enterprisesigning.local.blackbox.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Many persons who sign at the same time, each from the start to the evidence. */
final class ManyPersons {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Deployment deployment;
  private final FunctionApi api;

  ManyPersons(Deployment deployment, FunctionApi api) {
    this.deployment = deployment;
    this.api = api;
  }

  /**
   * Lets this many persons sign. Fails if one has no evidence, evidence twice, or more than one
   * order.
   */
  void sign(int many) throws Exception {
    // The first calls of a process take a second, and a crowd would then run into timeouts.
    person(0);
    person(1);
    List<String> participants = Together.run(many, this::person);
    Map<String, List<String>> evidence = deployment.evidence().participantsByOrder();
    for (String participant : participants) {
      assertEquals(
          1,
          evidence.values().stream().filter(List.of(participant)::equals).count(),
          "evidence of a participant");
    }
  }

  private String person(int number) throws Exception {
    Caller caller = new Caller("demo", "198.51.100." + (number % 250 + 1));
    String person = deployment.person();
    String participant = api.register(caller, person).getFirst();
    String order =
        number % 4 == 0 ? byPhone(caller, person, participant) : byApp(caller, participant);
    deployment.phone().sign(order);
    Reply end = collectToTheEnd(caller, participant);
    assertEquals("COMPLETE", end.text("status"));
    Reply evidence = api.evidence(caller, participant).answer().is(200);
    assertTrue(evidence.body().path("verified").asBoolean(), "verified");
    List<JournalOrder> orders = deployment.phone().orders(person);
    assertEquals(
        List.of(Optional.of("complete")), orders.stream().map(JournalOrder::outcome).toList());
    return participant;
  }

  private String byApp(Caller caller, String participant) throws Exception {
    return deployment.phone().open(api.start(caller, participant).answer().is(200));
  }

  private String byPhone(Caller caller, String person, String participant) throws Exception {
    api.startPhone(caller, participant).answer().is(200);
    String order = deployment.phone().answer(person);
    deployment.phone().confirmCall(order);
    return order;
  }

  private Reply collectToTheEnd(Caller caller, String participant) throws Exception {
    Instant deadline = Instant.now().plus(PATIENCE);
    Reply reply = api.collect(caller, participant).answer().is(200);
    while (!reply.isEnd()) {
      assertTrue(Instant.now().isBefore(deadline), "the signing is not complete: " + reply.body());
      Waiting.until(reply.receivedAt().plusMillis(reply.body().path("next_collect_ms").asLong()));
      reply = api.collect(caller, participant).answer().is(200);
    }
    return reply;
  }
}
