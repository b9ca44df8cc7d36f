package com.enterprisesigning.functions.snapshot;

/** The secrets that a function needs besides its table. Its role may read no others. */
public enum RequiredSecrets {
  /** BankID's roots and the client certificate. */
  BANKID,
  /** The secret behind the person keys. */
  PERSON_KEYS,
  /** BankID's signature root, which is public. */
  SIGNATURE_ROOT,
  NO_SECRET
}
