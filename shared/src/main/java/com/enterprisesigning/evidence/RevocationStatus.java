package com.enterprisesigning.evidence;

import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** What the OCSP response says about the user's certificate (RFC 6960 section 4.2.1). */
final class RevocationStatus {
  private RevocationStatus() {}

  /**
   * Checks that the response has exactly one status of this certificate, that it is good, and that
   * it covers the time of the signing.
   */
  static void check(OcspResponse response, SignerCertificates certificates) throws StepFailed {
    List<SingleResp> matching = new ArrayList<>();
    for (SingleResp answer : response.content().getResponses()) {
      if (isAbout(certificates, answer.getCertID())) {
        matching.add(answer);
      }
    }
    if (matching.size() != 1) {
      throw new StepFailed("The OCSP response must cover the user's certificate exactly once.");
    }
    SingleResp answer = matching.getFirst();
    // The library represents "good" as null; revoked and unknown are objects.
    if (answer.getCertStatus() != null) {
      throw new StepFailed("The user's certificate was revoked or unknown at the time of signing.");
    }
    Instant producedAt = response.producedAt();
    boolean early =
        answer.getThisUpdate().toInstant().isAfter(producedAt.plus(OcspResponse.CLOCK_SKEW));
    boolean late =
        answer.getNextUpdate() != null && answer.getNextUpdate().toInstant().isBefore(producedAt);
    if (early || late) {
      throw new StepFailed("The certificate's status is not valid for the time of signing.");
    }
  }

  /** Compares the serial number, and the issuer's name and key. */
  private static boolean isAbout(SignerCertificates certificates, CertificateID id)
      throws StepFailed {
    if (!id.getSerialNumber().equals(certificates.user().getSerialNumber())) {
      return false;
    }
    try {
      X509CertificateHolder issuer = new JcaX509CertificateHolder(certificates.issuer());
      return id.matchesIssuer(issuer, new JcaDigestCalculatorProviderBuilder().build());
    } catch (CertificateEncodingException | OCSPException | OperatorCreationException e) {
      throw new StepFailed("The OCSP response identifies the certificate in an unsupported way.");
    }
  }
}
