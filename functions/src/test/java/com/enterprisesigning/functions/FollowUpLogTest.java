package com.enterprisesigning.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.functions.metrics.CountedLines;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.slf4j.MDC;

/** The log of the follow-up, one line for each message, as it reaches stdout. */
@ResourceLock(Resources.SYSTEM_OUT)
class FollowUpLogTest {
  private final Stdout stdout = new Stdout();
  private final FollowUpBench bench = new FollowUpBench();

  @AfterEach
  void release() {
    stdout.close();
  }

  private List<JsonNode> lines() {
    return stdout.log().stream().map(TestCall::parse).toList();
  }

  private JsonNode line() {
    assertEquals(1, lines().size());
    return lines().getFirst();
  }

  @Test
  void aMessage_writesOneLine_withItsOutcome() {
    bench.cancelled("m1").failures();

    JsonNode line = line();
    assertEquals("INFO", line.get("log.level").textValue());
    assertEquals("Message followed", line.get("message").textValue());
    assertEquals("m1", line.get("correlation.id").textValue());
    assertEquals(TestContext.FUNCTION, line.get("faas.name").textValue());
    assertEquals("END", line.get("kind").textValue());
    assertEquals(Samples.PARTICIPANT.toString(), line.get("participant").textValue());
    assertEquals(Samples.TOKEN.toString(), line.get("attempt").textValue());
    assertEquals("DONE", line.get("outcome").textValue());
    assertEquals(List.of(), stdout.metrics());
  }

  @Test
  void aMessage_logsItsDuration_andItsWaitingTimes() {
    bench.nanosPerReading = Duration.ofMillis(1).toNanos();
    bench.cancelled("m1").failures();

    JsonNode line = line();
    assertEquals(1, line.get("duration_ms").intValue());
    assertEquals(0, line.get("bankid_ms").intValue());
    assertEquals(0, line.get("table_ms").intValue());
  }

  @Test
  void aMessage_countsAsUnavailable_whenTheTableIsAway() {
    bench.tableTakesNothing = true;
    bench.cancelled("m1").failures();

    assertEquals(List.of("ServiceUnavailable 1"), CountedLines.of(stdout.metrics()));
  }

  @Test
  void everyOtherMessageThatIsNotFollowed_countsAsAnInternalError() {
    bench
        .answered(
            "m1",
            () -> {
              throw new IllegalStateException();
            })
        .message("m2", "no JSON")
        .answered(
            "m3",
            () -> {
              throw new StackOverflowError();
            })
        .silent("m4")
        .failures();

    List<String> counted = CountedLines.of(stdout.metrics());
    assertEquals(Collections.nCopies(3, "InternalErrors 1"), counted.subList(0, 3));
    assertEquals(Collections.nCopies(3, CountedLines.OF_THE_VERSION), counted.subList(3, 6));
    assertEquals(6, counted.size());
  }

  @Test
  void aMessage_isToldAsSentAgain() {
    bench.silent("m1").failures();

    assertEquals("AGAIN", line().get("outcome").textValue());
  }

  @Test
  void aMessage_isAWarning_whenItIsGivenUp() {
    BankId.Fault away = new BankId.Fault.Unavailable(Duration.ofSeconds(5));
    bench
        .answered(
            "m1",
            () -> new BankId.Cancelled.NoAnswer(away),
            Samples.NOW.minus(Duration.ofMinutes(6)))
        .failures();

    assertEquals("GIVEN_UP", line().get("outcome").textValue());
    assertEquals("WARN", line().get("log.level").textValue());
  }

  @Test
  void aMessage_isAnError_whenTheTableIsAway() {
    bench.tableTakesNothing = true;
    bench.cancelled("m1").failures();

    JsonNode line = line();
    assertEquals("ERROR", line.get("log.level").textValue());
    assertEquals("Message not followed", line.get("message").textValue());
    assertEquals("END", line.get("kind").textValue());
    assertTrue(line.get("fault").textValue().contains("StoreUnavailable"), line::toString);
  }

  @Test
  void aMessage_isAnError_whenItCannotBeRead_andNothingOfItIsLogged() {
    bench.message("m1", "{\"version\":1,\"person\":\"188001019804\"}").failures();

    JsonNode line = line();
    assertEquals("Message unreadable", line.get("message").textValue());
    assertEquals("m1", line.get("correlation.id").textValue());
    assertTrue(
        line.get("fault").textValue().contains("The message's member person"), line::toString);
    assertFalse(line.toString().contains("188001019804"), line::toString);
  }

  @Test
  void messagesOfABatch_areToldApart() {
    bench.cancelled("m1").silent("m2").message("m3", "").failures();

    assertEquals(
        Set.of("m1 DONE", "m2 AGAIN", "m3 "),
        lines().stream()
            .map(line ->
                line.get("correlation.id").textValue() + " " + line.path("outcome").asText())
            .collect(Collectors.toSet()));
  }

  @Test
  void aBatch_leavesNothingBehind_forTheNextLine() {
    bench.cancelled("m1").failures();

    assertEquals(null, MDC.get("correlation_id"));
  }
}
