package com.enterprisesigning.simulator.order;

/**
 * What happens when an order is made for a person who has a running one. It is not documented
 * whether {@code requirement.personalNumber} makes two /sign orders clash ({@code
 * docs/bankid.md#errors}), so a client must handle both.
 */
public enum SecondOrder {
  /**
   * The running order ends as {@code cancelled} and no new one is made: {@code alreadyInProgress}.
   */
  ENDS_BOTH,

  /**
   * Both run, so that the journal shows every client that makes two at once. BankID does not do
   * this for phone orders; the simulator does, for the journal.
   */
  RUNS_BESIDE
}
