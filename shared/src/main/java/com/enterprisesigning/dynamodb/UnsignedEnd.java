package com.enterprisesigning.dynamodb;

import com.enterprisesigning.bankid.HintCode;

/** How an order ended without a signature; reported once for each order. */
public sealed interface UnsignedEnd {

  /** BankID said so. */
  record Failed(HintCode hint) implements UnsignedEnd {}

  /**
   * BankID no longer recognized the order (rule F4): it may have been signed, and its only hand-out
   * lost.
   */
  record Missing() implements UnsignedEnd {}
}
