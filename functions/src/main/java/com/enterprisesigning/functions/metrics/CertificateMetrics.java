package com.enterprisesigning.functions.metrics;

import com.enterprisesigning.bankid.client.BankIdEvent;
import com.enterprisesigning.bankid.client.BankIdListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Writes the days until the client certificate expires each time the certificate is read, and
 * counts failed reads.
 */
public record CertificateMetrics(EmbeddedMetrics metrics, Clock clock) implements BankIdListener {
  private static final long DAY = Duration.ofDays(1).toSeconds();

  @Override
  public void on(BankIdEvent event) {
    switch (event) {
      case BankIdEvent.CertificateLoaded(Instant notAfter) ->
          metrics.write(Map.of(Metric.CERTIFICATE_DAYS_TO_EXPIRY, daysUntil(notAfter)), Map.of());
      case BankIdEvent.CertificateNotLoaded _ -> metrics.count(Metric.CERTIFICATE_UNREADABLE);
      case BankIdEvent.UnlistedHint _, BankIdEvent.SentAgain _, BankIdEvent.Arrived _ -> {}
      // MeasuredBankId counts faults, together with all other calls.
      case BankIdEvent.Fault _, BankIdEvent.ErrorAnswer _ -> {}
    }
  }

  private long daysUntil(Instant notAfter) {
    return Math.floorDiv(Duration.between(clock.instant(), notAfter).toSeconds(), DAY);
  }
}
