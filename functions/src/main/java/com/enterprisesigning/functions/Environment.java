package com.enterprisesigning.functions;

import com.enterprisesigning.evidence.UnconfirmedStep;
import java.util.Set;

/**
 * The setting {@code ENVIRONMENT}: what this deployment is for. The setting's value is in lower
 * case.
 */
public enum Environment {
  /** BankID is the simulator. No other environment may use the simulator's root. */
  SANDBOX,
  /** BankID's test environment. */
  TEST,
  PRODUCTION;

  /** Returns the steps that reject by default: those that are known of the simulator alone. */
  Set<UnconfirmedStep> enforcedSteps() {
    return switch (this) {
      case SANDBOX -> Set.of(UnconfirmedStep.values());
      case TEST, PRODUCTION -> Set.of();
    };
  }
}
