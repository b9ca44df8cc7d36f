package com.enterprisesigning.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.bankid.client.BankIdEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @Test
  void refusal_isToldWithBankIdsCodeAndDetails() {
    JsonNode line =
        told(new BankIdEvent.ErrorAnswer("/sign", 400, "somethingNew", "Invalid endUserIp", true));

    assertEquals("BankID refused the request", line.path("message").asText());
    assertEquals(
        "/sign HTTP 400 somethingNew Invalid endUserIp",
        String.join(
            " ",
            line.path("call").asText(),
            line.path("cause").asText(),
            line.path("error_code").asText(),
            line.path("details").asText()));
  }

  @Test
  void requestThatIsSentAgain_isTold() {
    JsonNode line = told(new BankIdEvent.SentAgain("/sign", "HttpConnectTimeoutException"));

    assertEquals("INFO", line.path("log.level").asText());
    assertEquals("/sign", line.path("call").asText());
    assertEquals("HttpConnectTimeoutException", line.path("cause").asText());
  }

  @Test
  void outage_isToldWithBankIdsCodeAndDetails() {
    JsonNode line =
        told(new BankIdEvent.ErrorAnswer("/collect", 503, "Maintenance", "Back soon", false));

    assertEquals("BankID did not do it", line.path("message").asText());
    assertEquals("Maintenance", line.path("error_code").asText());
    assertEquals("Back soon", line.path("details").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pno 189001019802 is busy | pno *** is busy",
        "pno 890101-9802 is busy  | pno *** is busy",
        "Invalid token d28db9a7-4cde-429e-a983-359be676944c | Invalid token ***"
      })
  void detailsOfAnError_areMasked(String details, String logged) {
    JsonNode line = told(new BankIdEvent.ErrorAnswer("/sign", 400, "absent", details, true));

    assertEquals(logged, line.path("details").asText());
  }

  @Test
  void detailsOfAnError_areBounded_andOneLine() {
    JsonNode line =
        told(
            new BankIdEvent.ErrorAnswer(
                "/sign", 400, "absent", "a\u0000\r\nb" + " c".repeat(5_000), true));

    assertEquals("a???b c", line.path("details").asText().substring(0, 7));
    assertEquals(300, line.path("details").asText().length());
  }

  private JsonNode told(BankIdEvent event) {
    try (Stdout stdout = new Stdout()) {
      log.on(event);
      assertEquals(1, stdout.lines().size());
      return TestCall.parse(stdout.lines().getFirst());
    }
  }
}
