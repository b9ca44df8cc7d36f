package com.enterprisesigning.bankid.client;

import com.enterprisesigning.bankid.BankId.Cancelled;

/** BankID's answer to {@code /cancel}. */
final class CancelAnswer {
  private CancelAnswer() {}

  /** The content of a 200 says nothing more: it is {@code {}}. */
  static Cancelled read(Reply.Answer answer) {
    if (answer.status() == 200) {
      return new Cancelled.Done();
    }
    return Faults.isNoSuchOrder(answer)
        ? new Cancelled.NoSuchOrder()
        : new Cancelled.NoAnswer(Faults.of(answer));
  }
}
