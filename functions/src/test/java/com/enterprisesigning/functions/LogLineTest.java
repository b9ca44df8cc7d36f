package com.enterprisesigning.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.functions.metrics.CountedLines;
import com.enterprisesigning.signing.Reason;
import com.enterprisesigning.store.StoreRefused;
import com.enterprisesigning.store.StoreUnavailable;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.slf4j.MDC;

/** The log lines of a call, as they reach stdout. */
@ResourceLock(Resources.SYSTEM_OUT)
class LogLineTest {
  private final Stdout stdout = new Stdout();
  private final RecordingApi api = new RecordingApi();

  @AfterEach
  void release() {
    stdout.close();
  }

  private List<JsonNode> lines() {
    return stdout.log().stream().map(TestCall::parse).toList();
  }

  @Test
  void aCall_writesOneLineOfJson() {
    TestCall.start().by(api);

    assertEquals(1, lines().size());
    JsonNode line = lines().getFirst();
    assertEquals("INFO", line.get("log.level").textValue());
    assertEquals("Call answered", line.get("message").textValue());
    assertEquals(TestCall.REQUEST_ID, line.get("correlation.id").textValue());
    assertEquals(TestContext.FUNCTION, line.get("faas.name").textValue());
    assertEquals(TestCall.SOURCE_IP, line.get("caller_ip").textValue());
    assertEquals("POST /signing/start", line.get("call").textValue());
    assertEquals(200, line.get("status").intValue());
    assertEquals("NONE", line.get("reason").textValue());
  }

  @Test
  void aCall_logsItsDuration_andItsWaitingTimes() {
    api.waits(Duration.ofMillis(120), Duration.ofMillis(30), Duration.ofMillis(7));
    TestCall.start().by(api);

    JsonNode line = lines().getFirst();
    assertEquals(157, line.get("duration_ms").intValue());
    assertEquals(120, line.get("bankid_ms").intValue());
    assertEquals(30, line.get("table_ms").intValue());
    assertEquals(7, line.get("queue_ms").intValue());
  }

  @Test
  void aCall_logsOnlyItsOwnTime() {
    api.waits(Duration.ofMillis(120), Duration.ofMillis(30), Duration.ofMillis(7));
    TestCall.start().by(api);
    TestCall.start().by(api);

    assertEquals(157, lines().getLast().get("duration_ms").intValue());
  }

  @Test
  void aCall_isLogged_whenTheEventHasNoRoute() {
    ObjectNode event = TestCall.start().event();
    event.remove("routeKey");
    ApiCall.START.answer(new InMemoryCore().application(), TestCall.read(event.toString()));

    assertEquals("null", lines().getLast().get("call").textValue());
  }

  @Test
  void aBug_countsAsAnInternalError() {
    api.fails(new IllegalStateException("a bug"));
    TestCall.start().by(api);

    assertEquals(
        List.of("InternalErrors 1", CountedLines.OF_THE_VERSION),
        CountedLines.of(stdout.metrics()));
  }

  @Test
  void aTableThatRefusesACall_countsAsAnInternalError() {
    api.fails(new StoreRefused("no right", null));
    TestCall.start().by(api);

    assertEquals("Table refused the call", lines().getFirst().get("message").textValue());
    assertEquals(
        List.of("InternalErrors 1", CountedLines.OF_THE_VERSION),
        CountedLines.of(stdout.metrics()));
  }

  @Test
  void aTableThatIsAway_isLogged_andCountsAsUnavailable() {
    api.fails(new StoreUnavailable("away", null));
    TestCall.start().by(api);

    assertEquals("Table unavailable", lines().getFirst().get("message").textValue());
    assertEquals("ERROR", lines().getFirst().get("log.level").textValue());
    assertTrue(lines().getFirst().get("fault").textValue().contains("StoreUnavailable"));
    assertEquals(List.of("ServiceUnavailable 1"), CountedLines.of(stdout.metrics()));
  }

  @Test
  void aQueueThatIsAway_countsAsUnavailable() {
    api.refuses(Reason.SERVICE_UNAVAILABLE);
    TestCall.start().by(api);

    assertEquals(List.of("ServiceUnavailable 1"), CountedLines.of(stdout.metrics()));
  }

  @Test
  void aRefusal_isNotAnInternalError() {
    api.refuses(Reason.RFA5_BANKID_ERROR);
    TestCall.start().by(api);

    assertEquals(List.of(), stdout.metrics());
  }

  @Test
  void aRefusal_isLoggedWithItsReason() {
    api.refuses(Reason.PROCESS_EXPIRED);
    TestCall.start().by(api);

    assertEquals(410, lines().getFirst().get("status").intValue());
    assertEquals("PROCESS_EXPIRED", lines().getFirst().get("reason").textValue());
  }

  @Test
  void aCall_logsNothingOfItsBody() {
    TestCall.register().by(api);
    TestCall.getEvidence(Samples.PARTICIPANT.toString()).by(api);
    TestCall.start().json("{\"personal_number\":\"188001019804\"}").by(api);

    String log = String.join("\n", stdout.lines());
    assertFalse(log.contains("188001019804"), log);
    assertFalse(log.contains("I sign"), log);
    assertFalse(log.contains("personal_number"), log);
  }

  @Test
  void aBug_isLoggedUnderTheRequestId_withoutSecrets() {
    api.fails(
        new IllegalStateException(
            "no row for 18800101-9804",
            new RuntimeException("d28db9a7-4cde-429e-a983-359be676944c")));
    TestCall.start().by(api);

    JsonNode bug = lines().getFirst();
    assertEquals("ERROR", bug.get("log.level").textValue());
    assertEquals(TestCall.REQUEST_ID, bug.get("correlation.id").textValue());
    String fault = bug.get("fault").textValue();
    assertTrue(fault.startsWith("java.lang.IllegalStateException: no row for ***\n  at "), fault);
    assertTrue(fault.contains("Caused by: java.lang.RuntimeException: ***\n  at "), fault);
    assertEquals(500, lines().get(1).get("status").intValue());
  }

  @Test
  void aCall_leavesNothingBehind_forTheNextLine() {
    TestCall.start().by(api);

    assertEquals(null, MDC.get("correlation_id"));
    assertEquals(null, MDC.get("caller_ip"));
  }
}
