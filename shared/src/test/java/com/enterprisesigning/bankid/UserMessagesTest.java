package com.enterprisesigning.bankid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which message BankID recommends when ({@code docs/bankid.md#messages-to-the-user}). */
class UserMessagesTest {

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          HINT,                    QR,     DESKTOP, MOBILE, CALL
          OUTSTANDING_TRANSACTION, RFA1,   RFA13,   RFA13,  RFA1
          NO_CLIENT,               RFA1,   RFA1,    RFA1,   RFA1
          STARTED,                 RFA15B, RFA15A,  RFA15B, RFA15B
          USER_SIGN,               RFA9,   RFA9,    RFA9,   RFA9
          USER_MRTD,               RFA23,  RFA23,   RFA23,  RFA23
          USER_FACE,               RFA24,  RFA24,   RFA24,  RFA24
          USER_STEP_UP,            RFA25,  RFA25,   RFA25,  RFA25
          USER_CALL_CONFIRM,       RFA21,  RFA21,   RFA21,  RFA21
          PROCESSING,              RFA21,  RFA21,   RFA21,  RFA21
          UNKNOWN,                 RFA21,  RFA21,   RFA21,  RFA21
          """)
  void pending(
      HintCode hint, UserMessage qr, UserMessage desktop, UserMessage mobile, UserMessage call) {
    assertEquals(qr, UserMessages.pending(hint, Opening.QR));
    assertEquals(desktop, UserMessages.pending(hint, Opening.DESKTOP));
    assertEquals(mobile, UserMessages.pending(hint, Opening.MOBILE));
    assertEquals(call, UserMessages.pending(hint, Opening.CALL));
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          HINT,                        QR,     DESKTOP, MOBILE, CALL
          EXPIRED_TRANSACTION,         RFA8,   RFA8,    RFA8,   RFA8
          CERTIFICATE_ERR,             RFA16,  RFA16,   RFA16,  RFA16
          USER_CANCEL,                 RFA6,   RFA6,    RFA6,   RFA6
          CANCELLED,                   RFA3,   RFA3,    RFA3,   RFA3
          START_FAILED,                RFA17B, RFA17A,  RFA17A, RFA17A
          MRTD_VERIFICATION_FAILED,    RFA26,  RFA26,   RFA26,  RFA26
          FACIAL_RECOGNITION_FAILED,   RFA27,  RFA27,   RFA27,  RFA27
          NFC_NOT_SUPPORTED_BY_DEVICE, RFA28,  RFA28,   RFA28,  RFA28
          MULTIPLE_BANK_IDS_ON_DEVICE, RFA29,  RFA29,   RFA29,  RFA29
          STEP_UP_FAILED,              RFA30,  RFA30,   RFA30,  RFA30
          USER_DECLINED_CALL,          RFA22,  RFA22,   RFA22,  RFA22
          NOT_SUPPORTED_BY_USER_APP,   RFA22,  RFA22,   RFA22,  RFA22
          TRANSACTION_RISK_BLOCKED,    RFA22,  RFA22,   RFA22,  RFA22
          UNKNOWN,                     RFA22,  RFA22,   RFA22,  RFA22
          """)
  void failed(
      HintCode hint, UserMessage qr, UserMessage desktop, UserMessage mobile, UserMessage call) {
    assertEquals(qr, UserMessages.failed(hint, Opening.QR));
    assertEquals(desktop, UserMessages.failed(hint, Opening.DESKTOP));
    assertEquals(mobile, UserMessages.failed(hint, Opening.MOBILE));
    assertEquals(call, UserMessages.failed(hint, Opening.CALL));
  }

  @ParameterizedTest
  @CsvSource({"QR, RFA1", "DESKTOP, RFA13", "MOBILE, RFA13", "CALL, RFA1"})
  void initiated(Opening opening, UserMessage message) {
    assertEquals(message, UserMessages.initiated(opening));
  }

  @Test
  void collectError() {
    assertEquals(UserMessage.RFA22, UserMessages.collectError());
  }

  @Test
  void aHintOfTheOtherStatus_isAnUnknownOne() {
    assertEquals(UserMessage.RFA21, UserMessages.pending(HintCode.USER_CANCEL, Opening.QR));
    assertEquals(UserMessage.RFA22, UserMessages.failed(HintCode.USER_SIGN, Opening.QR));
  }
}
