package com.enterprisesigning.dynamodb;

import com.enterprisesigning.bankid.HintCode;

/** How an order came to an end without a signature; told once for each. */
public sealed interface UnsignedEnd {

  /** BankID said so. */
  record Failed(HintCode hint) implements UnsignedEnd {}

  /** BankID knew it no more (rule F4): it may have been signed, and its one hand-out lost. */
  record Missing() implements UnsignedEnd {}
}
