package com.enterprisesigning.evidence;

import java.util.Optional;

/**
 * The result of one step of the verification of a signature.
 *
 * @param step the step's name in the evidence call, UPPER_SNAKE
 * @param detail why the step did not pass; never a personal number or a part of the signature
 */
public record VerificationStep(String step, Result result, Optional<String> detail) {

  /** What a step says about the signature. */
  public enum Result {
    PASSED,
    /** The step did not pass, and rejects nothing: see {@link UnconfirmedStep}. */
    REPORTED,
    /** The step did not pass, and rejects the signature. */
    FAILED
  }

  /** A step that passed, or else failed. */
  public VerificationStep(String step, boolean passed, Optional<String> detail) {
    this(step, passed ? Result.PASSED : Result.FAILED, detail);
  }

  public boolean passed() {
    return result == Result.PASSED;
  }

  public boolean isReported() {
    return result == Result.REPORTED;
  }

  public boolean isFailed() {
    return result == Result.FAILED;
  }
}
