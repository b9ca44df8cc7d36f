package com.enterprisesigning.functions.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.bankid.OrderRequest;
import com.enterprisesigning.domain.CallInitiator;
import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.domain.Requirement;
import com.enterprisesigning.domain.SigningText;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoopbackBankIdTest {
  private static final PersonalNumber PERSON = new PersonalNumber("189001019802");
  private static final SigningText TEXT =
      new SigningText("Räksmörgås", SigningText.Format.PLAINTEXT, Optional.empty());
  private static final OrderRequest SIGN =
      new OrderRequest.Sign(
          PERSON,
          TEXT,
          Requirement.NONE,
          new EndUserIp("192.0.2.1"),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
  private static final OrderRequest PHONE_SIGN =
      new OrderRequest.PhoneSign(PERSON, TEXT, Requirement.NONE, CallInitiator.RP);

  @Test
  void everyOrder_isMadeAndPending_overMutualTls() {
    try (LoopbackBankId bankId = LoopbackBankId.open(Clock.systemUTC())) {
      assertInstanceOf(BankId.Created.Order.class, bankId.client().create(SIGN));
      assertInstanceOf(BankId.Created.Order.class, bankId.client().create(PHONE_SIGN));
      assertEquals(
          new BankId.Collected.Pending(HintCode.OUTSTANDING_TRANSACTION),
          bankId.client().collect("rehearsal"));
      assertInstanceOf(BankId.Cancelled.Done.class, bankId.client().cancel("rehearsal"));
    }
  }
}
