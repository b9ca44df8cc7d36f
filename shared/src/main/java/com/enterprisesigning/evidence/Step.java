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
  /** The CA that issued the user's certificate authorized the OCSP responder. */
  OCSP_RESPONDER,
  /** The OCSP response reports the user's certificate as good. */
  CERTIFICATE_STATUS,
  /** The OCSP response was made for exactly this signature. */
  OCSP_NONCE,
  /** The signed text is the text that was sent. */
  SIGNED_TEXT,
  /** The order was a signing, not an identification. */
  SIGNED_FUNCTION,
  /** The signer is the person who was to sign. */
  SIGNER,
  /** The app named our own relying party to the signer. */
  RELYING_PARTY,
  /** The signed conditions fit the signer's certificate and what was required. */
  REQUIREMENT
}
