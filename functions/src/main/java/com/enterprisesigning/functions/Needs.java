package com.enterprisesigning.functions;

/** The secrets that a function needs besides its table. Its role may read no others. */
enum Needs {
  /** BankID's roots and the client certificate. */
  BANKID,
  /** The secret behind the person keys. */
  PERSON_KEYS,
  NO_SECRET
}
