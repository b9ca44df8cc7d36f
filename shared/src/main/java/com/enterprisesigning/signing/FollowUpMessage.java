package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.Completion;
import com.enterprisesigning.conflict.Order;
import com.enterprisesigning.conflict.PersonKey;
import java.time.Instant;

/** What the follow-up is to see to (design section 5). */
public sealed interface FollowUpMessage {

  PersonKey person();

  Order order();

  /**
   * Settle the order if nobody else does, or end it if its start never activated it (rule F9).
   *
   * @param createdAt when BankID's answer to the create was received: the order ends a window later
   */
  record Settle(PersonKey person, Order order, Instant createdAt) implements FollowUpMessage {}

  /**
   * End the order: its start failed, and BankID was silent when it was to be cancelled (rule F8).
   *
   * @param createdAt when BankID's answer to the create was received
   */
  record End(PersonKey person, Order order, Instant createdAt) implements FollowUpMessage {}

  /** Store the completion, which the table would not take. Its text shows nothing of it. */
  record Store(PersonKey person, Order order, Completion completion) implements FollowUpMessage {

    @Override
    public String toString() {
      return "Store[secret]";
    }
  }
}
