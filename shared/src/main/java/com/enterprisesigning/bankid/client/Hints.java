package com.enterprisesigning.bankid.client;

import com.enterprisesigning.bankid.HintCode;
import com.enterprisesigning.bankid.client.BankIdEvent.UnknownHint;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** BankID's hint codes by the status that they belong to (bankid-facts section 2.3). */
final class Hints {
  private static final Map<String, HintCode> PENDING =
      Map.of(
          "outstandingTransaction", HintCode.OUTSTANDING_TRANSACTION,
          "noClient", HintCode.NO_CLIENT,
          "started", HintCode.STARTED,
          "userSign", HintCode.USER_SIGN,
          "userMrtd", HintCode.USER_MRTD,
          "userCallConfirm", HintCode.USER_CALL_CONFIRM);
  private static final Map<String, HintCode> FAILED =
      Map.of(
          "expiredTransaction", HintCode.EXPIRED_TRANSACTION,
          "certificateErr", HintCode.CERTIFICATE_ERR,
          "userCancel", HintCode.USER_CANCEL,
          "cancelled", HintCode.CANCELLED,
          "startFailed", HintCode.START_FAILED,
          "userDeclinedCall", HintCode.USER_DECLINED_CALL,
          "notSupportedByUserApp", HintCode.NOT_SUPPORTED_BY_USER_APP,
          "transactionRiskBlocked", HintCode.TRANSACTION_RISK_BLOCKED);

  /** Bounds what reaches the log: a word, so neither a number nor a line of its own. */
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,63}");

  private final BankIdListener listener;

  /**
   * @param listener hears the raw hint where it is unknown, or of the other status
   */
  Hints(BankIdListener listener) {
    this.listener = listener;
  }

  HintCode pending(Optional<String> raw) {
    return raw.map(PENDING::get).orElseGet(() -> unknown("pending", raw));
  }

  HintCode failed(Optional<String> raw) {
    return raw.map(FAILED::get).orElseGet(() -> unknown("failed", raw));
  }

  private HintCode unknown(String status, Optional<String> raw) {
    String hint =
        raw.map(text -> WORD.matcher(text).matches() ? text : "malformed").orElse("absent");
    listener.on(new UnknownHint(status, hint));
    return HintCode.UNKNOWN;
  }
}
