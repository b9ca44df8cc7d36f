package com.enterprisesigning.store;

import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.PersonKey;
import java.time.Instant;

/** A task for the follow-up ({@code docs/architecture.md#follow-up}). */
public sealed interface FollowUpMessage {

  PersonKey person();

  Order order();

  /**
   * Asks to settle the order if no caller does, or to end it if its start never activated it (rule
   * F9).
   *
   * @param createdAt when BankID's answer to the create was received; the order ends one signing
   *     window later
   */
  record Settle(PersonKey person, Order order, Instant createdAt) implements FollowUpMessage {}

  /**
   * Asks to end the order: its start failed, and BankID did not answer the cancel (rule F8).
   *
   * @param createdAt when BankID's answer to the create was received
   */
  record End(PersonKey person, Order order, Instant createdAt) implements FollowUpMessage {}

  /**
   * Asks for the time stamp of the order's evidence, which the authority did not give at first.
   *
   * @param since when the authority was first asked
   */
  record Stamp(PersonKey person, Order order, Instant since) implements FollowUpMessage {}

  /**
   * Asks to store a completion that the table did not accept. Its text form reveals nothing of the
   * completion.
   */
  record Store(PersonKey person, Order order, Completion completion) implements FollowUpMessage {

    @Override
    public String toString() {
      return "Store[secret]";
    }
  }
}
