package com.enterprisesigning.exploration;

/** An invariant of design section 6 does not hold, or an answer that section 3 does not explain. */
final class Violation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Violation(String invariant, String what) {
    super(invariant + ": " + what);
  }
}
