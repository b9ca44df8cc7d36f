package com.enterprisesigning.evidence;

/** A step of the verification did not pass. */
final class StepFailed extends Exception {
  private static final long serialVersionUID = 1L;

  /** What the failed step does to the signature. */
  enum Effect {
    /**
     * Rejects the signature, unless the step is an {@link UnconfirmedStep} that is not enforced.
     */
    AS_THE_STEP,
    /** Rejects the signature, because another step has already rejected it. */
    REJECTED,
    /** Rejects nothing, because the cause is ours and says nothing about the signature. */
    REPORTED
  }

  private final Effect effect;

  /**
   * Creates the exception without a stack trace, and without a cause, because the message of a
   * cause could quote the input.
   *
   * @param detail why, in plain English; never a personal number or a part of the signature
   */
  StepFailed(String detail) {
    this(detail, Effect.AS_THE_STEP);
  }

  /** Creates the exception with another effect on the signature. */
  StepFailed(String detail, Effect effect) {
    super(detail, null, false, false);
    this.effect = effect;
  }

  Effect effect() {
    return effect;
  }
}
