package com.enterprisesigning.bankid;

/** Who called whom; BankID shows this to the user of a phone order. */
public enum CallInitiator {
  USER,
  RP
}
