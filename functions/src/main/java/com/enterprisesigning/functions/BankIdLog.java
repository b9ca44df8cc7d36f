package com.enterprisesigning.functions;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import com.enterprisesigning.bankid.client.BankIdEvent;
import com.enterprisesigning.bankid.client.BankIdListener;
import com.enterprisesigning.functions.log.Faults;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.powertools.logging.argument.StructuredArgument;

/** Logs the BankID client's events. An unknown code is logged as BankID wrote it. */
final class BankIdLog implements BankIdListener {
  private static final Logger LOG = LoggerFactory.getLogger(BankIdLog.class);

  private final Clock clock;

  BankIdLog(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void on(BankIdEvent event) {
    switch (event) {
      case BankIdEvent.UnlistedHint(String status, String hint) ->
          LOG.warn(
              "BankID gave a hint that callers see as UNKNOWN",
              entry("status", status),
              entry("hint", hint));
      case BankIdEvent.Fault(String call, String cause) ->
          LOG.warn("BankID did not do it", entry("call", call), entry("cause", cause));
      case BankIdEvent.ErrorAnswer error -> errorAnswer(error);
      case BankIdEvent.SentAgain(String call, String cause) ->
          LOG.info(
              "BankID was not reached; the request is sent again",
              entry("call", call),
              entry("cause", cause));
      case BankIdEvent.Arrived _ -> {}
      case BankIdEvent.CertificateLoaded(Instant notAfter) -> certificateLoaded(notAfter);
      case BankIdEvent.CertificateNotLoaded(String problem) ->
          LOG.error("BankID client certificate not loaded", entry("problem", problem));
    }
  }

  private static void errorAnswer(BankIdEvent.ErrorAnswer error) {
    LOG.warn(
        error.isRefusal() ? "BankID refused the request" : "BankID did not do it",
        entry("call", error.call()),
        entry("cause", "HTTP " + error.status()),
        entry("error_code", error.errorCode()),
        entry("details", Faults.masked(error.details())));
  }

  private void certificateLoaded(Instant notAfter) {
    StructuredArgument end = entry("not_after", notAfter.toString());
    if (notAfter.isBefore(clock.instant())) {
      LOG.error("BankID client certificate has expired: store a new one in its secret", end);
    } else {
      LOG.info("BankID client certificate loaded", end);
    }
  }
}
