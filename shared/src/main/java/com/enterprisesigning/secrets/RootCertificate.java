package com.enterprisesigning.secrets;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;

/** The only root that a connection trusts. */
public record RootCertificate(X509Certificate certificate) {

  /**
   * Parses PEM.
   *
   * @param reference the source of {@code pem}, for error messages
   * @throws SecretUnreadable if {@code pem} is not exactly one certificate
   */
  public static RootCertificate parse(String reference, String pem) {
    Collection<? extends Certificate> certificates = certificates(reference, pem);
    if (certificates.size() != 1
        || !(certificates.iterator().next() instanceof X509Certificate root)) {
      throw new SecretUnreadable(
          reference,
          "it holds " + certificates.size() + " certificates.",
          "Put exactly one root certificate there, as PEM.");
    }
    return new RootCertificate(root);
  }

  private static Collection<? extends Certificate> certificates(String reference, String pem) {
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(pem.getBytes(US_ASCII)));
    } catch (CertificateException e) {
      throw new SecretUnreadable(
          reference,
          "it is not a certificate.",
          "Put the root certificate there, as PEM (-----BEGIN CERTIFICATE-----).",
          e);
    }
  }
}
