package com.enterprisesigning.evidence;

/**
 * The steps of the verification, in the order in which the evidence call lists them. Their names
 * are part of the contract and of stored evidence, so they are never renamed.
 */
enum Step {
  /** The XML signature verifies with the user's key and covers the one signed-data element. */
  XML_SIGNATURE,
  /** The OCSP response is successful, and is signed by the responder it contains. */
  OCSP_SIGNATURE,
  /** The user's certificate chains to a pinned root, and was valid at the signing. */
  CERTIFICATE_CHAIN,
  /** The CA that issued the user's certificate appointed the OCSP responder. */
  OCSP_RESPONDER,
  /** The user's certificate was good. */
  CERTIFICATE_STATUS,
  /** The OCSP response was made for exactly this signature. */
  OCSP_NONCE,
  /** The signed text is the text that was sent. */
  SIGNED_TEXT,
  /** It was made as a signing, not as an identification. */
  SIGNED_FUNCTION,
  /** The signer is the person who was to sign. */
  SIGNER
}
