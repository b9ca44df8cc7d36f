package com.enterprisesigning.bankid;

/** Who called whom, which BankID shows to the user of a phone order. */
public enum CallInitiator {
  USER,
  RP
}
