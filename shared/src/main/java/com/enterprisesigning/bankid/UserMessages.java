package com.enterprisesigning.bankid;

import static com.enterprisesigning.bankid.UserMessage.RFA1;
import static com.enterprisesigning.bankid.UserMessage.RFA13;
import static com.enterprisesigning.bankid.UserMessage.RFA15A;
import static com.enterprisesigning.bankid.UserMessage.RFA15B;
import static com.enterprisesigning.bankid.UserMessage.RFA16;
import static com.enterprisesigning.bankid.UserMessage.RFA17A;
import static com.enterprisesigning.bankid.UserMessage.RFA17B;
import static com.enterprisesigning.bankid.UserMessage.RFA21;
import static com.enterprisesigning.bankid.UserMessage.RFA22;
import static com.enterprisesigning.bankid.UserMessage.RFA23;
import static com.enterprisesigning.bankid.UserMessage.RFA24;
import static com.enterprisesigning.bankid.UserMessage.RFA25;
import static com.enterprisesigning.bankid.UserMessage.RFA26;
import static com.enterprisesigning.bankid.UserMessage.RFA27;
import static com.enterprisesigning.bankid.UserMessage.RFA28;
import static com.enterprisesigning.bankid.UserMessage.RFA29;
import static com.enterprisesigning.bankid.UserMessage.RFA3;
import static com.enterprisesigning.bankid.UserMessage.RFA30;
import static com.enterprisesigning.bankid.UserMessage.RFA6;
import static com.enterprisesigning.bankid.UserMessage.RFA8;
import static com.enterprisesigning.bankid.UserMessage.RFA9;

/**
 * Chooses which of BankID's recommended messages the user should read ({@code
 * docs/bankid.md#messages-to-the-user}). A completed order has no message: BankID recommends no
 * words for success, and the caller has its own.
 */
public final class UserMessages {
  private UserMessages() {}

  /** INITIATED: the user has yet to start the app. */
  public static UserMessage initiated(Opening opening) {
    return switch (opening) {
      case QR, CALL -> RFA1;
      case DESKTOP, MOBILE -> RFA13;
    };
  }

  /** PENDING. A hint that belongs to FAILED is treated as unknown. */
  public static UserMessage pending(HintCode hint, Opening opening) {
    return switch (hint) {
      case OUTSTANDING_TRANSACTION -> initiated(opening);
      case NO_CLIENT -> RFA1;
      case STARTED ->
          switch (opening) {
            case DESKTOP -> RFA15A;
            case QR, MOBILE, CALL -> RFA15B;
          };
      case USER_SIGN -> RFA9;
      case USER_MRTD -> RFA23;
      case USER_FACE -> RFA24;
      case USER_STEP_UP -> RFA25;
      case USER_CALL_CONFIRM, PROCESSING, UNKNOWN -> RFA21;
      case EXPIRED_TRANSACTION,
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
          STEP_UP_FAILED ->
          RFA21;
    };
  }

  /** FAILED. A hint that belongs to PENDING is treated as unknown. */
  public static UserMessage failed(HintCode hint, Opening opening) {
    return switch (hint) {
      case EXPIRED_TRANSACTION -> RFA8;
      case CERTIFICATE_ERR -> RFA16;
      case USER_CANCEL -> RFA6;
      case CANCELLED -> RFA3;
      case START_FAILED ->
          switch (opening) {
            case QR -> RFA17B;
            case DESKTOP, MOBILE, CALL -> RFA17A;
          };
      case MRTD_VERIFICATION_FAILED -> RFA26;
      case FACIAL_RECOGNITION_FAILED -> RFA27;
      case NFC_NOT_SUPPORTED_BY_DEVICE -> RFA28;
      case MULTIPLE_BANK_IDS_ON_DEVICE -> RFA29;
      case STEP_UP_FAILED -> RFA30;
      case USER_DECLINED_CALL, NOT_SUPPORTED_BY_USER_APP, TRANSACTION_RISK_BLOCKED, UNKNOWN ->
          RFA22;
      case OUTSTANDING_TRANSACTION,
          NO_CLIENT,
          STARTED,
          USER_SIGN,
          USER_MRTD,
          USER_CALL_CONFIRM,
          PROCESSING,
          USER_FACE,
          USER_STEP_UP ->
          RFA22;
    };
  }

  /** COLLECT_ERROR. */
  public static UserMessage collectError() {
    return RFA22;
  }
}
