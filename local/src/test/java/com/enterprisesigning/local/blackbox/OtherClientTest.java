package com.enterprisesigning.local.blackbox;

import static com.enterprisesigning.local.blackbox.Caller.DEMO;
import static com.enterprisesigning.local.blackbox.Caller.OTHER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No client sees, starts, cancels or learns of another client's participant: invariant 7, {@code
 * docs/architecture.md#invariants}.
 */
@ExtendWith(SharedRuns.class)
class OtherClientTest {
  private final Runs runs;
  private final Api api;

  OtherClientTest(Runs runs) {
    this.runs = runs;
    this.api = runs.api(Gateways.TWO_IN_TURN);
  }

  /** A call that names an id. */
  enum Call {
    START,
    START_PHONE,
    COLLECT,
    CANCEL,
    GET_PROCESS,
    WITHDRAW,
    EVIDENCE;

    Reply of(Api api, Caller caller, Registered registered) throws Exception {
      String participant = registered.participant();
      return switch (this) {
        case START -> api.start(caller, participant);
        case START_PHONE -> api.startPhone(caller, participant);
        case COLLECT -> api.collect(caller, participant);
        case CANCEL -> api.cancel(caller, participant);
        case GET_PROCESS -> api.process(caller, registered.process());
        case WITHDRAW -> api.withdraw(caller, registered.process());
        case EVIDENCE -> api.evidence(caller, participant);
      };
    }
  }

  private static JsonNode comparable(Reply reply) {
    ObjectNode body = (ObjectNode) reply.is(404).lasting("instance");
    return body.put("problem", reply.header("Content-Type").orElse(""));
  }

  @ParameterizedTest
  @EnumSource
  @Execution(ExecutionMode.CONCURRENT)
  void call_answersAsForAnUnknownId_whenTheSigningIsAnotherClients(Call call) throws Exception {
    Registered ours = api.register(DEMO, runs.person());
    String order = runs.phone().open(api.start(DEMO, ours.participant()).is(200));
    Registered unknown =
        new Registered(UUID.randomUUID().toString(), List.of(UUID.randomUUID().toString()));
    assertEquals(comparable(call.of(api, OTHER, unknown)), comparable(call.of(api, OTHER, ours)));
    // The other client's call has changed nothing.
    runs.phone().sign(order);
    assertEquals(
        "COMPLETE", api.collectUntil(DEMO, ours.participant(), Reply::isEnd).text("status"));
    assertEquals(comparable(call.of(api, OTHER, unknown)), comparable(call.of(api, OTHER, ours)));
    assertEquals("COMPLETE", api.process(DEMO, ours.process()).is(200).text("status"));
  }
}
