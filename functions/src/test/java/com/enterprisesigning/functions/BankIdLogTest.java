package com.enterprisesigning.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.bankid.client.BankIdEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What an operator reads in the log about calls to BankID. */
class BankIdLogTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private final BankIdLog log = new BankIdLog(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void aValidCertificate_isToldWithItsEnd() {
    JsonNode line = told(new BankIdEvent.CertificateLoaded(NOW.plusSeconds(1)));

    assertEquals("INFO", line.path("log.level").asText());
    assertEquals("2026-11-23T10:00:01Z", line.path("not_after").asText());
  }

  @Test
  void anExpiredCertificate_isAnError_thatSaysWhatToDo() {
    JsonNode line = told(new BankIdEvent.CertificateLoaded(NOW.minusSeconds(1)));

    assertEquals("ERROR", line.path("log.level").asText());
    assertEquals(
        "BankID client certificate has expired: store a new one in its secret",
        line.path("message").asText());
  }

  @Test
  void aCertificateThatCannotBeRead_isAnError_withItsProblem() {
    JsonNode line = told(new BankIdEvent.CertificateNotLoaded("Secret fp-cert: it is not JSON."));

    assertEquals("ERROR", line.path("log.level").asText());
    assertEquals("Secret fp-cert: it is not JSON.", line.path("problem").asText());
  }

  @Test
  void aHintThatCallersSeeAsUnknown_isToldAsBankIdWroteIt() {
    JsonNode line = told(new BankIdEvent.UnlistedHint("pending", "userFace"));

    assertEquals(
        "pending userFace", line.path("status").asText() + " " + line.path("hint").asText());
  }

  private JsonNode told(BankIdEvent event) {
    try (Stdout stdout = new Stdout()) {
      log.on(event);
      assertEquals(1, stdout.lines().size());
      return TestCall.parse(stdout.lines().getFirst());
    }
  }
}
