package com.enterprisesigning.bankid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.conflict.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserMessagesTest {

  @ParameterizedTest
  @CsvSource({
    "OUTSTANDING_TRANSACTION, RFA1",
    "NO_CLIENT, RFA1",
    "STARTED, RFA15B",
    "USER_SIGN, RFA9",
    "USER_MRTD, RFA23",
    "USER_FACE, RFA24",
    "USER_STEP_UP, RFA25",
    "USER_CALL_CONFIRM, RFA21",
    "PROCESSING, RFA21",
    "UNKNOWN, RFA21"
  })
  void pending(HintCode hint, UserMessage message) {
    assertEquals(message, UserMessages.pending(hint));
  }

  @ParameterizedTest
  @CsvSource({
    "EXPIRED_TRANSACTION, RFA8, RFA8",
    "CERTIFICATE_ERR, RFA16, RFA16",
    "USER_CANCEL, RFA6, RFA6",
    "CANCELLED, RFA3, RFA3",
    "START_FAILED, RFA17B, RFA17A",
    "MRTD_VERIFICATION_FAILED, RFA26, RFA26",
    "FACIAL_RECOGNITION_FAILED, RFA27, RFA27",
    "NFC_NOT_SUPPORTED_BY_DEVICE, RFA28, RFA28",
    "MULTIPLE_BANK_IDS_ON_DEVICE, RFA29, RFA29",
    "STEP_UP_FAILED, RFA30, RFA30",
    "USER_DECLINED_CALL, RFA22, RFA22",
    "NOT_SUPPORTED_BY_USER_APP, RFA22, RFA22",
    "TRANSACTION_RISK_BLOCKED, RFA22, RFA22",
    "UNKNOWN, RFA22, RFA22"
  })
  void failed(HintCode hint, UserMessage message, UserMessage messageOfPhone) {
    assertEquals(message, UserMessages.failed(hint, Channel.START));
    assertEquals(messageOfPhone, UserMessages.failed(hint, Channel.PHONE));
  }

  @Test
  void aHintOfTheOtherStatus_isAnUnknownOne() {
    assertEquals(
        UserMessages.pending(HintCode.UNKNOWN), UserMessages.pending(HintCode.USER_CANCEL));
    assertEquals(
        UserMessages.failed(HintCode.UNKNOWN, Channel.START),
        UserMessages.failed(HintCode.USER_SIGN, Channel.START));
  }

  @Test
  void statusesWithoutAHint() {
    assertEquals(UserMessage.RFA1, UserMessages.initiated());
    assertEquals(UserMessage.RFA22, UserMessages.collectError());
  }
}
