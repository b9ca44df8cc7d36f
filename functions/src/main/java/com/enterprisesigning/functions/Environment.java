package com.enterprisesigning.functions;

/**
 * The setting {@code ENVIRONMENT}: what this deployment is for. The setting's value is in lower
 * case.
 */
public enum Environment {
  /** BankID is the simulator. No other environment may use the simulator's root. */
  SANDBOX,
  /** BankID's test environment. */
  TEST,
  PRODUCTION
}
