package com.enterprisesigning.evidence;

/**
 * The steps of the verification, in the order in which the evidence call lists them. The names are
 * part of the contract and of what is stored: they are never renamed.
 */
enum Step {
  /** The XML signature verifies with the user's key and covers the one signed-data element. */
  XML_SIGNATURE,
  /** The OCSP response is a successful one, and whoever it names as responder signed it. */
  OCSP_SIGNATURE,
  /** The user's certificate leads to a pinned root, and was valid at the signing. */
  CERTIFICATE_CHAIN,
  /** The OCSP responder was appointed by the CA that issued the user's certificate. */
  OCSP_RESPONDER,
  /** The user's certificate was good. */
  CERTIFICATE_STATUS,
  /** The OCSP response was made for this very signature. */
  OCSP_NONCE,
  /** What was signed is what was sent. */
  SIGNED_TEXT,
  /** It was signed as a signing, not as an identification. */
  SIGNED_FUNCTION,
  /** The signer is the person who was to sign. */
  SIGNER
}
