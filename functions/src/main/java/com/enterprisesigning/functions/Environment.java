package com.enterprisesigning.functions;

/** The setting {@code ENVIRONMENT}: what this deployment is for, in lower case there. */
public enum Environment {
  /** BankID is the simulator, whose root only this environment may name. */
  SANDBOX,
  /** BankID's test environment. */
  TEST,
  PRODUCTION
}
