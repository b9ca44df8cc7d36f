package com.enterprisesigning.evidence;

import com.enterprisesigning.bankid.Completion;
import com.enterprisesigning.bankid.PersonalNumber;
import com.enterprisesigning.bankid.SigningText;

/** Checks that a completion says what was asked, by whom it was asked (bankid-facts section 6). */
public interface Verification {

  /**
   * Verifies a completion. Never throws: what cannot be read has not passed.
   *
   * @param text what was sent to BankID
   * @param signer who was to sign
   */
  Verdict verify(Completion completion, SigningText text, PersonalNumber signer);
}
