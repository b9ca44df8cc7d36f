package com.enterprisesigning.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the verification of a completion came to: verified where every step passed.
 *
 * @param producedAt when the OCSP responder vouched for the signer's certificate, which is the
 *     signing time; absent where that could not be verified
 */
public record Verdict(List<VerificationStep> steps, Optional<Instant> producedAt) {

  public Verdict {
    steps = List.copyOf(steps);
  }

  /** Whether there were steps, and every one passed. */
  public boolean isVerified() {
    return !steps.isEmpty() && steps.stream().allMatch(VerificationStep::passed);
  }
}
