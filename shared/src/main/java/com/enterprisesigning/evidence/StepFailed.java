package com.enterprisesigning.evidence;

/** A step of the verification did not pass. */
final class StepFailed extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Without a stack trace and without a cause: a cause's message may quote what was being read.
   *
   * @param detail why, in plain English; never a personal number, nothing of the signature
   */
  StepFailed(String detail) {
    super(detail, null, false, false);
  }
}
