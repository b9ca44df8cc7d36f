package com.enterprisesigning.evidence;

import com.enterprisesigning.bankid.Completion;
import com.enterprisesigning.bankid.PersonalNumber;
import com.enterprisesigning.bankid.SigningText;
import java.util.List;
import java.util.Optional;

/** Placeholder until the verification is merged. */
public record SignatureVerification(SignatureRoots roots) implements Verification {
  @Override
  public Verdict verify(Completion completion, SigningText text, PersonalNumber signer) {
    boolean same = completion.user().personalNumber().equals(signer.digits());
    return new Verdict(
        List.of(new VerificationStep("SIGNER", same, Optional.empty())), Optional.empty());
  }
}
