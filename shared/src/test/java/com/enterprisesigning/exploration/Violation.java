package com.enterprisesigning.exploration;

/**
 * Thrown if an invariant does not hold, or if an answer cannot be explained ({@code
 * docs/correctness.md#the-invariants}).
 */
final class Violation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Violation(String invariant, String what) {
    super(invariant + ": " + what);
  }
}
