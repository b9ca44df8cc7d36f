package com.enterprisesigning.bankid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.enterprisesigning.conflict.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UserMessagesTest {

  @ParameterizedTest
  @CsvSource({
    "OUTSTANDING_TRANSACTION, RFA1",
    "NO_CLIENT, RFA1",
    "STARTED, RFA15B",
    "USER_SIGN, RFA9",
    "USER_MRTD, RFA23",
    "USER_CALL_CONFIRM, RFA21",
    "UNKNOWN, RFA21"
  })
  void pending(HintCode hint, String code) {
    assertEquals(code, UserMessages.pending(hint).code());
  }

  @ParameterizedTest
  @CsvSource({
    "EXPIRED_TRANSACTION, RFA8, RFA8",
    "CERTIFICATE_ERR, RFA16, RFA16",
    "USER_CANCEL, RFA6, RFA6",
    "CANCELLED, RFA3, RFA3",
    "START_FAILED, RFA17B, RFA17A",
    "USER_DECLINED_CALL, RFA22, RFA22",
    "NOT_SUPPORTED_BY_USER_APP, RFA22, RFA22",
    "TRANSACTION_RISK_BLOCKED, RFA22, RFA22",
    "UNKNOWN, RFA22, RFA22"
  })
  void failed(HintCode hint, String code, String codeOfPhone) {
    assertEquals(code, UserMessages.failed(hint, Channel.START).code());
    assertEquals(codeOfPhone, UserMessages.failed(hint, Channel.PHONE).code());
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
    assertEquals(
        new UserMessage("RFA1", "Starta BankID-appen.", "Start your BankID app."),
        UserMessages.initiated());
    assertEquals(
        new UserMessage(
            "RFA22", "Något gick fel. Försök igen.", "Something went wrong. Please try again."),
        UserMessages.collectError());
  }

  @ParameterizedTest
  @EnumSource
  void everyHint_hasBothLanguages(HintCode hint) {
    for (UserMessage message :
        new UserMessage[] {UserMessages.pending(hint), UserMessages.failed(hint, Channel.PHONE)}) {
      assertFalse(message.sv().isBlank());
      assertFalse(message.en().isBlank());
      assertNotEquals(message.sv(), message.en());
    }
  }
}
