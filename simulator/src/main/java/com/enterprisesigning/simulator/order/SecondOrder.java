package com.enterprisesigning.simulator.order;

/**
 * What becomes of an order that is made for a person who has one running. Whether {@code
 * requirement.personalNumber} makes two /sign orders clash is not documented (bankid-facts section
 * 2.4), so a client must be right either way.
 */
public enum SecondOrder {
  /** The running one ends as {@code cancelled} and no other is made: {@code alreadyInProgress}. */
  ENDS_BOTH,

  /**
   * Both run: the journal then shows each client that makes two at once. For phone orders this is
   * not BankID's; it is there for the journal.
   */
  RUNS_BESIDE
}
