package com.enterprisesigning.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * The roots that signatures must chain to, checked at start-up against the environment they are
 * meant for. With BankID's test root in production, anyone could sign as anyone. The same goes for
 * the simulator's root, whose key is public ({@code docs/architecture.md#the-simulator}).
 *
 * @param certificates at least one, each self-issued by a CA
 */
public record SignatureRoots(Set<X509Certificate> certificates) {
  /** {@code CN=Test BankID Root CA v1 Test} ({@code docs/bankid.md#the-signature}). */
  public static final String TEST_KEY_IDENTIFIER =
      "4A:F7:A3:6A:08:DA:08:38:17:19:53:28:C8:DA:A6:D6:34:D8:5A:BA";

  /** {@code CN=BankID Root CA v1} ({@code docs/bankid.md#the-signature}). */
  public static final String PRODUCTION_KEY_IDENTIFIER =
      "67:8A:BA:B2:EA:48:1C:7A:F5:3B:68:37:27:72:06:EB:91:63:CB:53";

  private static final String SETTING = "BANKID_SIGNATURE_ROOT";

  public SignatureRoots {
    certificates = Set.copyOf(certificates);
    if (certificates.isEmpty() || !certificates.stream().allMatch(SignatureRoots::isRoot)) {
      throw new IllegalArgumentException(
          SETTING + " must hold self-issued root certificates. Name a secret with a root as PEM.");
    }
  }

  /**
   * Reads roots for the simulator: any roots except BankID's own.
   *
   * @param pem one or more certificates
   * @throws IllegalArgumentException with a message that says which root was found and which is
   *     expected
   */
  public static SignatureRoots forSandbox(String pem) {
    SignatureRoots roots = parse(pem);
    for (String found : roots.keyIdentifiers()) {
      if (found.equals(TEST_KEY_IDENTIFIER) || found.equals(PRODUCTION_KEY_IDENTIFIER)) {
        throw new IllegalArgumentException(
            SETTING
                + " holds one of BankID's roots, which a sandbox does not trust. Name the"
                + " simulator's root, or set ENVIRONMENT to the environment that this root"
                + " belongs to.");
      }
    }
    return roots;
  }

  /**
   * Reads the roots for BankID's test environment: its root and no other.
   *
   * @throws IllegalArgumentException with a message that says which root was found and which is
   *     expected
   */
  public static SignatureRoots forTest(String pem) {
    return only(TEST_KEY_IDENTIFIER, "test", pem);
  }

  /**
   * Reads the roots for production: its root and no other.
   *
   * @throws IllegalArgumentException with a message that says which root was found and which is
   *     expected
   */
  public static SignatureRoots forProduction(String pem) {
    return only(PRODUCTION_KEY_IDENTIFIER, "production", pem);
  }

  /**
   * Reads roots that somebody who verifies trusts: any roots. No function may use them.
   *
   * @throws IllegalArgumentException if this is not PEM, or not of roots
   */
  public static SignatureRoots trustedBy(String pem) {
    return parse(pem);
  }

  /**
   * Returns the SHA-1 of a certificate's key (RFC 5280 section 4.2.1.2, method 1), the same value
   * as in the extension of BankID's roots. It is computed, because an extension can claim anything.
   *
   * @return upper-case hexadecimal with colons
   */
  public static String keyIdentifier(X509Certificate certificate) {
    try {
      byte[] key =
          SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded())
              .getPublicKeyData()
              .getBytes();
      return HexFormat.ofDelimiter(":")
          .withUpperCase()
          .formatHex(MessageDigest.getInstance("SHA-1").digest(key));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }

  /** Returns the root that issued this certificate, whether or not either was valid at the time. */
  public Optional<X509Certificate> issuerOf(X509Certificate certificate) {
    return certificates.stream().filter(root -> isIssuedBy(certificate, root)).findFirst();
  }

  private static boolean isIssuedBy(X509Certificate certificate, X509Certificate root) {
    if (!certificate.getIssuerX500Principal().equals(root.getSubjectX500Principal())) {
      return false;
    }
    try {
      certificate.verify(root.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static SignatureRoots parse(String pem) {
    Set<X509Certificate> roots = new HashSet<>();
    try {
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(pem.getBytes(UTF_8)))) {
        roots.add((X509Certificate) certificate);
      }
    } catch (CertificateException e) {
      throw new IllegalArgumentException(
          SETTING + " is not PEM (-----BEGIN CERTIFICATE-----). Store the signature root there.",
          e);
    }
    return new SignatureRoots(roots);
  }

  private static boolean isRoot(X509Certificate certificate) {
    return certificate.getBasicConstraints() >= 0
        && certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
  }

  /** Accepts only the root of one of BankID's environments, identified by its key. */
  static SignatureRoots only(String wanted, String environment, String pem) {
    SignatureRoots roots = parse(pem);
    for (String found : roots.keyIdentifiers()) {
      if (!found.equals(wanted)) {
        throw new IllegalArgumentException(
            "%s holds a root with the key identifier %s. In %s it must hold only the root with %s."
                    .formatted(SETTING, found, environment, wanted)
                + " BankID hands out that root. It is not BankID's TLS root.");
      }
    }
    return roots;
  }

  private Iterable<String> keyIdentifiers() {
    return certificates.stream().map(SignatureRoots::keyIdentifier).toList();
  }
}
