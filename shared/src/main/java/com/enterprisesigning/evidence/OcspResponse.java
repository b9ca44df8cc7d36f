package com.enterprisesigning.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;

/**
 * A successful OCSP response whose signature verifies with the certificate in it (RFC 6960 section
 * 4.2). {@link OcspResponder} checks whether that responder is authorized.
 *
 * @param producedAt when it was signed, which is the signing time ({@code
 *     docs/bankid.md#the-signature})
 */
record OcspResponse(BasicOCSPResp content, X509Certificate responder, Instant producedAt) {
  /** BankID's responses have about 2,600 characters. */
  private static final int MAXIMUM_CHARACTERS = 50_000;

  /** How far the responder's clock may be ahead of ours. */
  static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private static final Map<String, String> SIGNATURE_ALGORITHMS =
      Map.of(
          "1.2.840.113549.1.1.11", "SHA256withRSA",
          "1.2.840.113549.1.1.12", "SHA384withRSA",
          "1.2.840.113549.1.1.13", "SHA512withRSA");

  /** Reads base64 of the DER. */
  static OcspResponse read(String base64, Instant now) throws StepFailed {
    BasicOCSPResp content = content(Base64Text.decode(base64, MAXIMUM_CHARACTERS));
    // BankID's responders send only their own certificate.
    X509CertificateHolder[] certificates = content.getCerts();
    if (certificates.length != 1) {
      throw new StepFailed("The OCSP response must contain only its responder's certificate.");
    }
    X509Certificate responder = certificate(certificates[0]);
    checkSignature(content, responder);
    Instant producedAt = content.getProducedAt().toInstant();
    if (producedAt.isAfter(now.plus(CLOCK_SKEW))) {
      throw new StepFailed("The OCSP response was produced in the future. Check the clocks.");
    }
    return new OcspResponse(content, responder, producedAt);
  }

  private static BasicOCSPResp content(byte[] der) throws StepFailed {
    try {
      OCSPResp response = new OCSPResp(der);
      if (response.getStatus() != OCSPResp.SUCCESSFUL) {
        throw new StepFailed("The OCSP responder answered an error: its status is not successful.");
      }
      if (response.getResponseObject() instanceof BasicOCSPResp content) {
        return content;
      }
      throw new StepFailed("The OCSP response is not a basic response (RFC 6960 section 4.2.1).");
    } catch (IOException | OCSPException e) {
      throw new StepFailed("The OCSP response cannot be parsed.");
    }
  }

  private static X509Certificate certificate(X509CertificateHolder holder) throws StepFailed {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
    } catch (GeneralSecurityException | IOException e) {
      throw new StepFailed("The OCSP responder's certificate cannot be read.");
    }
  }

  private static void checkSignature(BasicOCSPResp content, X509Certificate responder)
      throws StepFailed {
    String algorithm = SIGNATURE_ALGORITHMS.get(content.getSignatureAlgOID().getId());
    if (algorithm == null) {
      throw new StepFailed("The OCSP response is not signed with RSA and SHA-2.");
    }
    if (!isSigned(content, responder, algorithm)) {
      throw new StepFailed(
          "The OCSP response was not signed with the key of the certificate in it.");
    }
  }

  private static boolean isSigned(
      BasicOCSPResp content, X509Certificate responder, String algorithm) {
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initVerify(responder.getPublicKey());
      signature.update(content.getTBSResponseData());
      return signature.verify(content.getSignature());
    } catch (GeneralSecurityException e) {
      return false; // another kind of key, or a signature of the wrong length
    }
  }

  @Override
  public String toString() {
    return "OcspResponse[secret]";
  }
}
