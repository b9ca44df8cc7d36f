package com.enterprisesigning.exploration;

import com.enterprisesigning.bankid.BankId;
import java.time.Duration;

/**
 * How long a caller waits for an answer that does not come, and what BankID's port then returns.
 */
final class Silence {
  static final BankId.Fault MAINTENANCE = new BankId.Fault.Unavailable(Duration.ofSeconds(5));

  private Silence() {}

  static Duration waitedFor(Step step) {
    if (step.isTables()) {
      return Duration.ofMillis(2_900);
    }
    if (step.isQueues()) {
      return Duration.ofMillis(2_400);
    }
    return step.name().equals("collect") ? Duration.ofSeconds(8) : Duration.ofSeconds(4);
  }

  static Object of(Step step) {
    return switch (step.name()) {
      case "create" -> new BankId.Created.NoAnswer();
      case "collect" -> new BankId.Collected.NoAnswer(MAINTENANCE);
      default -> new BankId.Cancelled.NoAnswer(MAINTENANCE);
    };
  }
}
