package com.enterprisesigning.bankid.client;

import com.enterprisesigning.bankid.BankId.Cancelled;

/** BankID's answer to {@code /cancel}. */
final class CancelAnswer {
  private CancelAnswer() {}

  /** A 200 means done; its content, {@code {}}, says nothing more. */
  static Cancelled read(Reply.Answer answer) {
    if (answer.status() == 200) {
      return new Cancelled.Done();
    }
    return Faults.isNoSuchOrder(answer)
        ? new Cancelled.NoSuchOrder()
        : new Cancelled.NoAnswer(Faults.of(answer));
  }
}
