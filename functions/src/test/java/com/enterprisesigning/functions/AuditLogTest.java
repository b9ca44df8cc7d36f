package com.enterprisesigning.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.signing.AuditRecord;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The log line of a decision, as it reaches stdout. */
@ResourceLock(Resources.SYSTEM_OUT)
class AuditLogTest {
  private static final UUID ATTEMPT = UUID.fromString("11111111-2222-4333-8444-555555555555");
  private final Stdout stdout = new Stdout();

  @AfterEach
  void release() {
    stdout.close();
  }

  private static AuditRecord decision(Optional<UUID> process, Channel channel, String ip) {
    return new AuditRecord(
        AuditRecord.Kind.START,
        new AuditRecord.Subject(
            "demo",
            process,
            Optional.of(Samples.PARTICIPANT),
            Optional.of(new PersonKey("ab".repeat(32))),
            Optional.of(ATTEMPT),
            Optional.of(channel),
            Optional.ofNullable(ip).flatMap(EndUserIp::parse)),
        "DIFFERENT_IPS",
        Optional.of(Instant.parse("2026-11-23T10:03:00.120Z")));
  }

  /** Returns the only line, without the members that every log line has. */
  private JsonNode line() {
    assertEquals(1, stdout.lines().size());
    ObjectNode line = (ObjectNode) TestCall.parse(stdout.lines().getFirst());
    assertEquals("com.enterprisesigning.audit", line.get("log.logger").textValue());
    assertEquals("Decision", line.remove("message").textValue());
    line.properties().removeIf(member -> member.getKey().matches(".*[.@].*"));
    return line;
  }

  @Test
  void aDecision_isOneLine_withAllThatIsKnown() {
    new AuditLog().record(decision(Optional.of(Samples.PROCESS), Channel.START, "192.0.2.7"));

    assertEquals(
        TestCall.parse(
            """
            {"kind": "audit", "audit": "START", "client": "demo",
             "process": "0b8f6f0e-5c57-4b8e-9d3e-2f6f5f0f3a11",
             "participant": "b9052a54-7e40-11ee-b962-0242ac120002",
             "attempt": "11111111-2222-4333-8444-555555555555",
             "person": "%s", "channel": "START", "end_user_ip": "192.0.2.7",
             "outcome": "DIFFERENT_IPS", "until": "2026-11-23T10:03:00.120Z"}
            """
                .formatted("ab".repeat(32))),
        line());
  }

  @Test
  void whatDoesNotApply_isLeftOut() {
    new AuditLog()
        .record(
            new AuditRecord(
                AuditRecord.Kind.CANCEL,
                new AuditRecord.Subject(
                    "demo",
                    Optional.empty(),
                    Optional.of(Samples.PARTICIPANT),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
                "PARTICIPANT_NOT_FOUND",
                Optional.empty()));

    assertEquals(
        TestCall.parse(
            """
            {"kind": "audit", "audit": "CANCEL", "client": "demo",
             "participant": "b9052a54-7e40-11ee-b962-0242ac120002",
             "outcome": "PARTICIPANT_NOT_FOUND"}
            """),
        line());
  }

  @Test
  void aStartByPhone_hasTheChannelOfTheContract_andNoAddress() {
    new AuditLog().record(decision(Optional.of(Samples.PROCESS), Channel.PHONE, null));

    JsonNode line = line();
    assertEquals("START_PHONE", line.get("channel").textValue());
    assertFalse(line.has("end_user_ip"), line.toString());
  }

  @Test
  void aRejectedCompletion_namesItsSteps() {
    AuditRecord start = decision(Optional.empty(), Channel.START, "192.0.2.7");
    new AuditLog()
        .record(
            new AuditRecord(
                AuditRecord.Kind.COMPLETION,
                start.subject(),
                "REJECTED",
                Optional.empty(),
                List.of("CERTIFICATE_CHAIN", "SIGNER"),
                List.of(),
                Optional.empty()));

    assertEquals(TestCall.parse("[\"CERTIFICATE_CHAIN\", \"SIGNER\"]"), line().get("failed_steps"));
  }

  @Test
  void aCompletion_namesItsReportedSteps_andItsRisk() {
    AuditRecord start = decision(Optional.empty(), Channel.START, "192.0.2.7");
    new AuditLog()
        .record(
            new AuditRecord(
                AuditRecord.Kind.COMPLETION,
                start.subject(),
                "COMPLETE",
                Optional.empty(),
                List.of(),
                List.of("RELYING_PARTY"),
                Optional.of("high")));

    JsonNode line = line();
    assertEquals(TestCall.parse("[\"RELYING_PARTY\"]"), line.get("reported_steps"));
    assertEquals("high", line.get("risk").textValue());
    assertFalse(line.has("failed_steps"), line.toString());
  }
}
