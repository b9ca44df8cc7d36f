package com.enterprisesigning.evidence;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * The certificates that came with a signature: the user's certificate, then its issuers in order,
 * without the root. They are a path to be checked, not a source of trust.
 */
record SignerCertificates(List<X509Certificate> path) {
  /** BankID sends three. */
  private static final int MAXIMUM = 5;

  private static final int MAXIMUM_CHARACTERS = 20_000;

  SignerCertificates {
    path = List.copyOf(path);
  }

  /** Reads the certificates from KeyInfo, which may contain nothing else. */
  static SignerCertificates of(Element keyInfo) throws StepFailed {
    List<X509Certificate> path = new ArrayList<>();
    for (Element data : Xml.children(keyInfo)) {
      for (Element certificate : Xml.children(data)) {
        if (!Xml.is(data, Xml.XMLDSIG, "X509Data")
            || !Xml.is(certificate, Xml.XMLDSIG, "X509Certificate")
            || path.size() == MAXIMUM) {
          throw new StepFailed(
              "KeyInfo holds something other than certificates, or too many of them.");
        }
        path.add(certificate(Xml.text(certificate)));
      }
    }
    if (path.size() < 2) {
      throw new StepFailed("KeyInfo lacks the user's certificate or its issuer's.");
    }
    return new SignerCertificates(path);
  }

  private static X509Certificate certificate(String base64) throws StepFailed {
    // XML Schema's base64 may contain line breaks.
    byte[] der = Base64Text.decode(base64.replaceAll("\\s", ""), MAXIMUM_CHARACTERS);
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException e) {
      throw new StepFailed("A certificate in KeyInfo cannot be read.");
    }
  }

  X509Certificate user() {
    return path.getFirst();
  }

  /** Returns the issuer of the user's certificate, if the path is valid. */
  X509Certificate issuer() {
    return path.get(1);
  }

  /** Proves the path from the user's certificate to a pinned root. */
  void requirePathTo(Set<TrustAnchor> anchors, Instant at) throws StepFailed {
    CertificatePath.check(path, anchors, at);
    if (user().getBasicConstraints() != -1 || !KeyPurpose.isSigning(user())) {
      throw new StepFailed("The user's certificate is not meant for signing.");
    }
  }

  @Override
  public String toString() {
    return "SignerCertificates[secret]";
  }
}
