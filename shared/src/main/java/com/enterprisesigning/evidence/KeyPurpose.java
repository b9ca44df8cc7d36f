package com.enterprisesigning.evidence;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The purposes for which a certificate allows its key to be used (RFC 5280 sections 4.2.1.3 and
 * 4.2.1.12).
 */
final class KeyPurpose {
  private static final int DIGITAL_SIGNATURE = 0;
  private static final int NON_REPUDIATION = 1;
  private static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";

  private KeyPurpose() {}

  /** BankID sets digitalSignature for its users and nonRepudiation for its OCSP responders. */
  static boolean isSigning(X509Certificate certificate) {
    boolean[] usage = certificate.getKeyUsage();
    return usage != null && (usage[DIGITAL_SIGNATURE] || usage[NON_REPUDIATION]);
  }

  static boolean isOcspSigning(X509Certificate certificate) {
    try {
      List<String> purposes = certificate.getExtendedKeyUsage();
      return purposes != null && purposes.contains(OCSP_SIGNING) && isSigning(certificate);
    } catch (CertificateParsingException e) {
      return false;
    }
  }
}
