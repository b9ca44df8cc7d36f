package com.enterprisesigning.functions.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.bankid.client.BankIdEvent;
import com.enterprisesigning.functions.Stdout;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ResourceLock(Resources.SYSTEM_OUT)
class RefusalMetricsTest {
  private final Stdout stdout = new Stdout();
  private final RefusalMetrics metrics =
      new RefusalMetrics(new EmbeddedMetrics("signing", Clock.systemUTC()));

  @AfterEach
  void release() {
    stdout.close();
  }

  @ParameterizedTest
  @CsvSource({
    "invalidParameters, invalidParameters",
    "UNAUTHORIZED, unauthorized",
    "notFound, notFound",
    "methodNotAllowed, methodNotAllowed",
    "unsupportedMediaType, unsupportedMediaType",
    "somethingNew, OTHER",
    "malformed, OTHER",
    "absent, OTHER"
  })
  void refusal_counts_byItsCode_andAnUnknownCodeAsOther(String errorCode, String counted) {
    metrics.on(new BankIdEvent.ErrorAnswer("/sign", 400, errorCode, "", true));

    assertEquals(
        List.of("BankIdRefusals 1", "BankIdRefusals 1 Code=" + counted),
        CountedLines.of(stdout.lines()));
  }

  @Test
  void outage_isNoRefusal() {
    metrics.on(new BankIdEvent.ErrorAnswer("/sign", 503, "Maintenance", "", false));
    metrics.on(new BankIdEvent.Fault("/sign", "TimeoutException"));

    assertEquals(List.of(), stdout.lines());
  }
}
