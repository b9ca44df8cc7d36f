package com.enterprisesigning.bankid;

/** BankID's hint codes as this API spells them (design section 2, statuses of /collect). */
public enum HintCode {
  OUTSTANDING_TRANSACTION,
  NO_CLIENT,
  STARTED,
  USER_SIGN,
  USER_MRTD,
  USER_CALL_CONFIRM,

  EXPIRED_TRANSACTION,
  CERTIFICATE_ERR,
  USER_CANCEL,
  CANCELLED,
  START_FAILED,
  USER_DECLINED_CALL,
  NOT_SUPPORTED_BY_USER_APP,
  TRANSACTION_RISK_BLOCKED,

  /** A hint that BankID did not have when this was written; the raw one stands in the log. */
  UNKNOWN
}
