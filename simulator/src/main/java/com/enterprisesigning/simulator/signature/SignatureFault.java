package com.enterprisesigning.simulator.signature;

/** The one thing that is wrong with a signature; a relying party must refuse each but NONE. */
public enum SignatureFault {
  NONE,
  /** Valid, but over another text than the relying party sent. */
  OTHER_TEXT,
  /** The text was changed after it was signed. */
  ALTERED,
  /** Valid, but another person's, though the answer names the right one. */
  OTHER_SIGNER,
  /** All of it comes from an authority that bears the right names and is not BankID's. */
  WRONG_ROOT,
  /** The OCSP response says that the certificate is revoked. */
  REVOKED,
  /** The OCSP response belongs to another signature. */
  WRONG_NONCE,
  /** The OCSP response is signed by a responder of the right name under a false authority. */
  FALSE_RESPONDER,
  /** The text that was sent stands there, but what is signed is another one beside it. */
  WRAPPED,
  /** The certificate had run out before the signing. */
  EXPIRED_CERTIFICATE
}
