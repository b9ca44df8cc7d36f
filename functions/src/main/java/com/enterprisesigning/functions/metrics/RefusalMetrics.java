package com.enterprisesigning.functions.metrics;

import com.enterprisesigning.bankid.client.BankIdEvent;
import com.enterprisesigning.bankid.client.BankIdListener;
import java.util.Set;

/**
 * Counts the requests that BankID refused for good, by BankID's code. A code that is not listed
 * here counts as {@code OTHER}, because BankID decides how many codes there are; the log has it.
 */
public record RefusalMetrics(EmbeddedMetrics metrics) implements BankIdListener {
  private static final Set<String> CODES =
      Set.of(
          "invalidParameters",
          "unauthorized",
          "notFound",
          "methodNotAllowed",
          "unsupportedMediaType");

  private static final String OTHER = "OTHER";

  @Override
  public void on(BankIdEvent event) {
    if (event instanceof BankIdEvent.ErrorAnswer error && error.isRefusal()) {
      metrics.count(Metric.BANKID_REFUSALS, Dimension.CODE, counted(error.errorCode()));
    }
  }

  /** BankID's case cannot be relied on. */
  private static String counted(String errorCode) {
    return CODES.stream().filter(errorCode::equalsIgnoreCase).findFirst().orElse(OTHER);
  }
}
