package com.enterprisesigning.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The outcome of verifying a completion. It is verified if every step passed.
 *
 * @param producedAt when the OCSP responder vouched for the signer's certificate, which is the
 *     signing time; absent if that could not be verified
 */
public record Verdict(List<VerificationStep> steps, Optional<Instant> producedAt) {

  public Verdict {
    steps = List.copyOf(steps);
  }

  /** Returns whether there are steps and all of them passed. */
  public boolean isVerified() {
    return !steps.isEmpty() && steps.stream().allMatch(VerificationStep::passed);
  }
}
