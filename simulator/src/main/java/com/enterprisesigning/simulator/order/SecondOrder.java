package com.enterprisesigning.simulator.order;

/**
 * What happens when an order is made for a person whose earlier order still runs. BankID does not
 * document whether {@code requirement.personalNumber} makes two /sign orders clash ({@code
 * docs/bankid.md#errors}), so a client must handle both.
 */
public enum SecondOrder {
  /**
   * The running order ends as {@code cancelled}, and the create answers {@code alreadyInProgress}.
   */
  ENDS_BOTH,

  /**
   * Both orders run, so the journal shows that a client made two at once. BankID does not allow
   * this for phone orders; the simulator does.
   */
  RUNS_BESIDE
}
