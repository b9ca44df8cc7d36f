package com.enterprisesigning.bankid;

/** BankID's hint codes (bankid-facts section 2.3); {@link #shown} is what the contract lists. */
public enum HintCode {
  OUTSTANDING_TRANSACTION,
  NO_CLIENT,
  STARTED,
  USER_SIGN,
  USER_MRTD,
  USER_CALL_CONFIRM,
  PROCESSING,
  USER_FACE,
  USER_STEP_UP,

  EXPIRED_TRANSACTION,
  CERTIFICATE_ERR,
  USER_CANCEL,
  CANCELLED,
  START_FAILED,
  USER_DECLINED_CALL,
  NOT_SUPPORTED_BY_USER_APP,
  TRANSACTION_RISK_BLOCKED,
  MRTD_VERIFICATION_FAILED,
  FACIAL_RECOGNITION_FAILED,
  NFC_NOT_SUPPORTED_BY_DEVICE,
  MULTIPLE_BANK_IDS_ON_DEVICE,
  STEP_UP_FAILED,

  /** A hint that BankID did not have when this was written; the raw one stands in the log. */
  UNKNOWN;

  /**
   * As callers and dashboards see it. The contract lists the hints of its first release alone; one
   * that BankID has added since is UNKNOWN there, and has a message to the user of its own.
   */
  public HintCode shown() {
    return switch (this) {
      case OUTSTANDING_TRANSACTION,
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
          TRANSACTION_RISK_BLOCKED ->
          this;
      case PROCESSING,
          USER_FACE,
          USER_STEP_UP,
          MRTD_VERIFICATION_FAILED,
          FACIAL_RECOGNITION_FAILED,
          NFC_NOT_SUPPORTED_BY_DEVICE,
          MULTIPLE_BANK_IDS_ON_DEVICE,
          STEP_UP_FAILED,
          UNKNOWN ->
          UNKNOWN;
    };
  }
}
