package com.enterprisesigning.bankid.client;

import static java.util.Map.entry;

import com.enterprisesigning.bankid.client.BankIdEvent.UnlistedHint;
import com.enterprisesigning.domain.HintCode;
import java.util.Map;
import java.util.Optional;

/** BankID's hint codes by the status they belong to ({@code docs/bankid.md#collect}). */
final class Hints {
  private static final Map<String, HintCode> PENDING =
      Map.of(
          "outstandingTransaction", HintCode.OUTSTANDING_TRANSACTION,
          "noClient", HintCode.NO_CLIENT,
          "started", HintCode.STARTED,
          "userSign", HintCode.USER_SIGN,
          "userMrtd", HintCode.USER_MRTD,
          "userCallConfirm", HintCode.USER_CALL_CONFIRM,
          "processing", HintCode.PROCESSING,
          "userFace", HintCode.USER_FACE,
          "userStepUp", HintCode.USER_STEP_UP);
  private static final Map<String, HintCode> FAILED =
      Map.ofEntries(
          entry("expiredTransaction", HintCode.EXPIRED_TRANSACTION),
          entry("certificateErr", HintCode.CERTIFICATE_ERR),
          entry("userCancel", HintCode.USER_CANCEL),
          entry("cancelled", HintCode.CANCELLED),
          entry("startFailed", HintCode.START_FAILED),
          entry("userDeclinedCall", HintCode.USER_DECLINED_CALL),
          entry("notSupportedByUserApp", HintCode.NOT_SUPPORTED_BY_USER_APP),
          entry("transactionRiskBlocked", HintCode.TRANSACTION_RISK_BLOCKED),
          entry("mrtdVerificationFailed", HintCode.MRTD_VERIFICATION_FAILED),
          entry("facialRecognitionFailed", HintCode.FACIAL_RECOGNITION_FAILED),
          entry("nfcNotSupportedByDevice", HintCode.NFC_NOT_SUPPORTED_BY_DEVICE),
          entry("multipleBankIdsOnDevice", HintCode.MULTIPLE_BANK_IDS_ON_DEVICE),
          entry("stepUpFailed", HintCode.STEP_UP_FAILED));

  private final BankIdListener listener;

  /**
   * @param listener told the raw hint whenever callers see UNKNOWN
   */
  Hints(BankIdListener listener) {
    this.listener = listener;
  }

  HintCode pending(Optional<String> raw) {
    return read("pending", raw, PENDING);
  }

  HintCode failed(Optional<String> raw) {
    return read("failed", raw, FAILED);
  }

  private HintCode read(String status, Optional<String> raw, Map<String, HintCode> ofStatus) {
    HintCode hint = raw.map(ofStatus::get).orElse(HintCode.UNKNOWN);
    if (hint.shown() == HintCode.UNKNOWN) {
      listener.on(new UnlistedHint(status, Word.of(raw)));
    }
    return hint;
  }
}
