package com.enterprisesigning.simulator.signature;

import com.enterprisesigning.simulator.certificate.Identity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Reports the status of a user's certificate at the signing. The nonce binds the response to the
 * signature: SHA-1 of the signature's base64 text, then twelve random bytes, as the raw octets of a
 * critical extension. Like BankID's responses, this one names its responder by subject, and says
 * nothing about a next update ({@code docs/bankid.md#the-signature}).
 */
final class OcspResponder {
  private static final int NONCE_BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  /**
   * Returns an OCSP response.
   *
   * @param issuer the issuer of {@code certificate}
   * @param signature base64 of the signature that the response is for
   * @param signedAt becomes producedAt and thisUpdate; OCSP keeps whole seconds
   * @return base64 of the DER
   */
  String respond(
      Identity responder,
      X509Certificate issuer,
      X509Certificate certificate,
      CertificateStatus status,
      String signature,
      Instant signedAt) {
    try {
      DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
      X509CertificateHolder responderCertificate =
          new JcaX509CertificateHolder(responder.certificate());
      BasicOCSPRespBuilder response =
          new BasicOCSPRespBuilder(new RespID(responderCertificate.getSubject()));
      response.addResponse(
          new CertificateID(
              digests.get(CertificateID.HASH_SHA1),
              new JcaX509CertificateHolder(issuer),
              certificate.getSerialNumber()),
          status,
          Date.from(signedAt),
          null,
          null);
      response.setResponseExtensions(
          new Extensions(
              new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, true, nonce(signature))));
      OCSPResp whole =
          new OCSPRespBuilder()
              .build(
                  OCSPRespBuilder.SUCCESSFUL,
                  response.build(
                      new JcaContentSignerBuilder("SHA256withRSA").build(responder.key()),
                      new X509CertificateHolder[] {responderCertificate},
                      Date.from(signedAt)));
      return Base64.getEncoder().encodeToString(whole.getEncoded());
    } catch (GeneralSecurityException | OperatorCreationException | OCSPException | IOException e) {
      throw new IllegalStateException("an OCSP response could not be made", e);
    }
  }

  private byte[] nonce(String signature) throws GeneralSecurityException {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] digest =
        MessageDigest.getInstance("SHA-1").digest(signature.getBytes(StandardCharsets.UTF_8));
    System.arraycopy(digest, 0, nonce, 0, digest.length);
    return nonce;
  }
}
