package com.enterprisesigning.evidence;

import java.security.cert.TrustAnchor;
import java.util.List;
import java.util.Set;

/**
 * Checks that the responder was authorized by the CA that issued the user's certificate (RFC 6960
 * section 4.2.2.2). The CA is identified by its key, because a name can be copied.
 */
final class OcspResponder {
  private OcspResponder() {}

  /** Checks the responder's certificate at the time the response was produced. */
  static void check(OcspResponse response, SignerCertificates certificates) throws StepFailed {
    TrustAnchor issuer = new TrustAnchor(certificates.issuer(), null);
    try {
      CertificatePath.check(List.of(response.responder()), Set.of(issuer), response.producedAt());
    } catch (StepFailed e) {
      throw new StepFailed(
          "The CA that issued the user's certificate had not authorized this responder then. "
              + e.getMessage());
    }
    if (!KeyPurpose.isOcspSigning(response.responder())) {
      throw new StepFailed("The responder's certificate is not meant for signing OCSP responses.");
    }
  }
}
