package com.enterprisesigning.functions;

/** Whose secrets a function needs beside its table; its role may read no others. */
enum Needs {
  /** BankID's roots and the client certificate. */
  BANKID,
  /** The secret behind the person keys. */
  PERSON_KEYS,
  NO_SECRET
}
