package com.enterprisesigning.evidence;

import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.domain.Requirement;
import com.enterprisesigning.domain.SigningText;

/**
 * Checks that a completion is the signature that was requested, by the person it was requested from
 * ({@code docs/bankid.md#the-signature}).
 */
public interface Verification {

  /**
   * Verifies a completion. Never throws: a part that cannot be read fails its step.
   *
   * @param text what was sent to BankID
   * @param requirement what BankID had to require of the signer
   * @param signer the person who was to sign
   */
  Verdict verify(
      Completion completion, SigningText text, Requirement requirement, PersonalNumber signer);
}
