package com.enterprisesigning.evidence;

import java.security.cert.TrustAnchor;
import java.util.List;
import java.util.Set;

/**
 * Whether the CA that issued the user's certificate appointed the responder (RFC 6960 section
 * 4.2.2.2): by its key, since a name can be copied.
 */
final class OcspResponder {
  private OcspResponder() {}

  /** Checks the responder's certificate as it was when the response was produced. */
  static void check(OcspResponse response, SignerCertificates certificates) throws StepFailed {
    TrustAnchor issuer = new TrustAnchor(certificates.issuer(), null);
    try {
      CertificatePath.check(List.of(response.responder()), Set.of(issuer), response.producedAt());
    } catch (StepFailed e) {
      throw new StepFailed(
          "The CA that issued the user's certificate did not appoint this responder for that time. "
              + e.getMessage());
    }
    if (!KeyPurpose.isOcspSigning(response.responder())) {
      throw new StepFailed("The responder's certificate is not meant for signing OCSP responses.");
    }
  }
}
