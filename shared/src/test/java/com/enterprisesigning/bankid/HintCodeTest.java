package com.enterprisesigning.bankid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The hints that callers see ({@code docs/architecture.md#the-contract}, statuses of /collect). */
class HintCodeTest {

  @ParameterizedTest
  @EnumSource(
      names = {
        "PROCESSING",
        "USER_FACE",
        "USER_STEP_UP",
        "MRTD_VERIFICATION_FAILED",
        "FACIAL_RECOGNITION_FAILED",
        "NFC_NOT_SUPPORTED_BY_DEVICE",
        "MULTIPLE_BANK_IDS_ON_DEVICE",
        "STEP_UP_FAILED"
      })
  void shown_isUnknown_ofAHintThatBankIdHasAddedSince(HintCode hint) {
    assertEquals(HintCode.UNKNOWN, hint.shown());
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "OUTSTANDING_TRANSACTION",
        "NO_CLIENT",
        "STARTED",
        "USER_SIGN",
        "USER_MRTD",
        "USER_CALL_CONFIRM",
        "EXPIRED_TRANSACTION",
        "CERTIFICATE_ERR",
        "USER_CANCEL",
        "CANCELLED",
        "START_FAILED",
        "USER_DECLINED_CALL",
        "NOT_SUPPORTED_BY_USER_APP",
        "TRANSACTION_RISK_BLOCKED",
        "UNKNOWN"
      })
  void shown_isTheHint_whereTheContractListsIt(HintCode hint) {
    assertEquals(hint, hint.shown());
  }
}
