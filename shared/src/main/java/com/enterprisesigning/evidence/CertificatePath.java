package com.enterprisesigning.evidence;

import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertPathValidatorException.Reason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;

/** PKIX path validation at a given time (RFC 5280 section 6), by the JDK. */
final class CertificatePath {
  /** SHA-256, SHA-384 and SHA-512 with RSA. BankID's certificates use the first and the last. */
  private static final Set<String> SIGNATURE_ALGORITHMS =
      Set.of("1.2.840.113549.1.1.11", "1.2.840.113549.1.1.12", "1.2.840.113549.1.1.13");

  private CertificatePath() {}

  /**
   * Checks that each certificate in the path was issued by the next one, that an anchor issued the
   * last one, and that all were valid at {@code at}. Revocation is not checked here: the completion
   * contains an OCSP response, which {@link RevocationStatus} checks.
   */
  static void check(List<X509Certificate> path, Set<TrustAnchor> anchors, Instant at)
      throws StepFailed {
    if (!path.stream()
        .map(X509Certificate::getSigAlgOID)
        .allMatch(SIGNATURE_ALGORITHMS::contains)) {
      throw new StepFailed("A certificate is not signed with RSA and SHA-2.");
    }
    try {
      PKIXParameters parameters = new PKIXParameters(anchors);
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(at));
      CertPathValidator.getInstance("PKIX")
          .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
    } catch (CertPathValidatorException e) {
      throw new StepFailed(explain(e.getReason()));
    } catch (CertificateException e) {
      throw new StepFailed("The certificates do not form a path.");
    } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
      throw new IllegalStateException("every JDK validates PKIX paths", e);
    }
  }

  private static String explain(Reason reason) {
    return switch (reason) {
      case PKIXReason.NO_TRUST_ANCHOR -> "The certificates do not lead to a trusted certificate.";
      case PKIXReason.NOT_CA_CERT ->
          "A certificate was issued by a certificate that is not a CA's.";
      case PKIXReason.NAME_CHAINING ->
          "A certificate's issuer is not the subject of the next certificate.";
      case BasicReason.EXPIRED -> "A certificate had expired at the time of signing.";
      case BasicReason.NOT_YET_VALID -> "A certificate was not yet valid at the time of signing.";
      case BasicReason.INVALID_SIGNATURE -> "A certificate was not signed by its issuer's key.";
      default -> "The certificates are not a valid path (RFC 5280 section 6).";
    };
  }
}
