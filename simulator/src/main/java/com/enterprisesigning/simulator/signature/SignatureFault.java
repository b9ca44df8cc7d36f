package com.enterprisesigning.simulator.signature;

/**
 * The one thing that is wrong with a signature. A relying party must refuse every fault except
 * NONE.
 */
public enum SignatureFault {
  NONE,
  /** Valid, but over a different text from the one that the relying party sent. */
  OTHER_TEXT,
  /** The text was changed after it was signed. */
  ALTERED,
  /** Valid, but made by another person, although the answer names the right one. */
  OTHER_SIGNER,
  /** All certificates come from false authorities that have the genuine names. */
  WRONG_ROOT,
  /** The OCSP response says that the certificate is revoked. */
  REVOKED,
  /** The OCSP response belongs to another signature. */
  WRONG_NONCE,
  /** The OCSP response is signed by a responder with the right name, under a false authority. */
  FALSE_RESPONDER,
  /**
   * The document contains the text that was sent, but the signature covers another one beside it.
   */
  WRAPPED,
  /** The certificate had expired before the signing. */
  EXPIRED_CERTIFICATE,
  /** Valid, but the signed data names another relying party, as if that one had asked for it. */
  OTHER_RELYING_PARTY,
  /** Valid, but the signed condition names another kind of BankID than the one that signed. */
  OTHER_CONDITION
}
