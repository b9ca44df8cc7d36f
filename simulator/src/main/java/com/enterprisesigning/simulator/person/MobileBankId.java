package com.enterprisesigning.simulator.person;

/** The BankID that everybody has here. */
public final class MobileBankId {
  /** Mobile BankID of BankID's test environment (bankid-facts section 2.1). */
  public static final String POLICY = "1.2.3.4.25";

  private MobileBankId() {}
}
