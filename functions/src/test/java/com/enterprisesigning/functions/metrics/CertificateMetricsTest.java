package com.enterprisesigning.functions.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.bankid.client.BankIdEvent;
import com.enterprisesigning.functions.Stdout;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ResourceLock(Resources.SYSTEM_OUT)
class CertificateMetricsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);
  private final Stdout stdout = new Stdout();
  private final CertificateMetrics metrics =
      new CertificateMetrics(new EmbeddedMetrics("signing", CLOCK), CLOCK);

  @AfterEach
  void release() {
    stdout.close();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-23T10:00:00Z, 30",
    "2026-12-23T09:59:59Z, 29",
    "2026-11-24T09:59:59Z, 0",
    "2026-11-23T10:00:00Z, 0",
    "2026-11-23T09:59:59Z, -1",
    "2026-11-22T10:00:00Z, -1"
  })
  void aCertificate_hasItsWholeDaysLeft(Instant notAfter, int days) {
    metrics.on(new BankIdEvent.CertificateLoaded(notAfter));

    assertEquals(List.of("CertificateDaysToExpiry " + days), CountedLines.of(stdout.lines()));
  }

  @Test
  void aCertificateThatCannotBeRead_counts() {
    metrics.on(new BankIdEvent.CertificateNotLoaded("Secret rp-certificate: it is gone."));

    assertEquals(List.of("CertificateUnreadable 1"), CountedLines.of(stdout.lines()));
  }

  @Test
  void whatACallMet_isCountedElsewhere() {
    metrics.on(new BankIdEvent.Fault("/sign", "TimeoutException"));
    metrics.on(new BankIdEvent.ErrorAnswer("/sign", 400, "somethingNew", "", true));
    metrics.on(new BankIdEvent.UnlistedHint("pending", "somethingNew"));

    assertEquals(List.of(), stdout.lines());
  }
}
