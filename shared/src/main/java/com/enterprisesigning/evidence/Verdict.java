package com.enterprisesigning.evidence;

import java.util.List;

/** What the verification of a completion came to: verified where every step passed. */
public record Verdict(List<VerificationStep> steps) {

  public Verdict {
    steps = List.copyOf(steps);
  }

  public boolean isVerified() {
    return !steps.isEmpty() && steps.stream().allMatch(VerificationStep::passed);
  }
}
