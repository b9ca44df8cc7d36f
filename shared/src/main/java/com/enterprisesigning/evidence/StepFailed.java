package com.enterprisesigning.evidence;

/** A step of the verification did not pass. */
final class StepFailed extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception without a stack trace, and without a cause, because the message of a
   * cause could quote the input.
   *
   * @param detail why, in plain English; never a personal number or a part of the signature
   */
  StepFailed(String detail) {
    super(detail, null, false, false);
  }
}
