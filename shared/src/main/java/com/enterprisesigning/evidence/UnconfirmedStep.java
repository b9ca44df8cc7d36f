package com.enterprisesigning.evidence;

/**
 * A step that rests on a fact about BankID that none of our own signatures has confirmed. Where it
 * is not enforced, its failure is reported and rejects nothing ({@code
 * docs/evidence.md#what-each-step-rests-on}).
 */
public enum UnconfirmedStep {
  RELYING_PARTY(Step.RELYING_PARTY),
  REQUIREMENT(Step.REQUIREMENT);

  private final Step step;

  UnconfirmedStep(Step step) {
    this.step = step;
  }

  Step step() {
    return step;
  }
}
