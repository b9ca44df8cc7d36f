package com.enterprisesigning.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The outcome of verifying a completion. It is verified if no step failed.
 *
 * @param producedAt when the OCSP responder vouched for the signer's certificate, which is the
 *     signing time; absent if that could not be verified
 */
public record Verdict(List<VerificationStep> steps, Optional<Instant> producedAt) {

  public Verdict {
    steps = List.copyOf(steps);
  }

  /** Returns whether there are steps and none of them failed. */
  public boolean isVerified() {
    return !steps.isEmpty() && steps.stream().noneMatch(VerificationStep::isFailed);
  }

  /** Returns whether the XML signature verifies; nothing in the signed data counts otherwise. */
  public boolean isXmlSigned() {
    return hasPassed(Step.XML_SIGNATURE);
  }

  /** Returns whether the texts that were sent are the ones that were signed. */
  public boolean isTextSigned() {
    return hasPassed(Step.SIGNED_TEXT);
  }

  /** Returns whether a trusted certificate shows that the intended person signed. */
  public boolean isSignerVerified() {
    return isXmlSigned() && hasPassed(Step.CERTIFICATE_CHAIN) && hasPassed(Step.SIGNER);
  }

  private boolean hasPassed(Step step) {
    return names(VerificationStep::passed).contains(step.name());
  }

  /** Returns the names of the steps that reject the completion. */
  public List<String> failed() {
    return names(VerificationStep::isFailed);
  }

  /** Returns the names of the steps that did not pass and reject nothing. */
  public List<String> reported() {
    return names(VerificationStep::isReported);
  }

  private List<String> names(Predicate<VerificationStep> which) {
    return steps.stream().filter(which).map(VerificationStep::step).toList();
  }
}
