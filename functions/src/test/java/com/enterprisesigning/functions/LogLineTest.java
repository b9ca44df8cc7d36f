package com.enterprisesigning.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.signing.Reason;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.slf4j.MDC;

/** The log of a call, as it reaches stdout (design section 11, logging). */
@ResourceLock(Resources.SYSTEM_OUT)
class LogLineTest {
  private final PrintStream stdout = System.out;
  private final ByteArrayOutputStream captured = new ByteArrayOutputStream();
  private final RecordingApi api = new RecordingApi();

  @BeforeEach
  void capture() {
    System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void release() {
    System.setOut(stdout);
  }

  private List<JsonNode> lines() {
    return captured.toString(StandardCharsets.UTF_8).lines().map(TestCall::parse).toList();
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
    assertEquals(200, line.get("status").intValue());
    assertEquals("NONE", line.get("reason").textValue());
    assertTrue(line.get("duration_ms").isIntegralNumber(), line.toString());
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

    String log = captured.toString(StandardCharsets.UTF_8);
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
