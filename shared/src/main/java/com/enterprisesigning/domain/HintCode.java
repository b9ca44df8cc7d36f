package com.enterprisesigning.domain;

/**
 * BankID's hint codes ({@code docs/bankid.md#collect}); {@link #shown} maps each to a hint that the
 * contract lists.
 */
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

  /** A hint that this release does not know; the log has it as BankID wrote it. */
  UNKNOWN;

  /**
   * Returns the hint as callers and dashboards see it. The contract lists only the hints of its
   * first release. A hint that BankID has added since is shown as UNKNOWN, but has its own message
   * to the user.
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
