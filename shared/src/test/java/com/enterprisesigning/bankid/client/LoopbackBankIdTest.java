package com.enterprisesigning.bankid.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.domain.HintCode;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class LoopbackBankIdTest {

  @Test
  void everyOrder_isMadeAndPending_overMutualTls() {
    try (LoopbackBankId bankId = LoopbackBankId.open(Clock.systemUTC())) {
      assertInstanceOf(BankId.Created.Order.class, bankId.client().create(Fixture.SIGN));
      assertInstanceOf(BankId.Created.Order.class, bankId.client().create(Fixture.PHONE_SIGN));
      assertEquals(
          new BankId.Collected.Pending(HintCode.OUTSTANDING_TRANSACTION),
          bankId.client().collect("rehearsal"));
      assertInstanceOf(BankId.Cancelled.Done.class, bankId.client().cancel("rehearsal"));
    }
  }
}
