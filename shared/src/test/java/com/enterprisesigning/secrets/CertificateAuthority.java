package com.enterprisesigning.secrets;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A test root and the certificates that it issues. */
public final class CertificateAuthority {
  private static final Instant NOT_BEFORE = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant NOT_AFTER = Instant.parse("2120-01-01T00:00:00Z");

  private final X500Principal name;
  private final KeyPair keys;
  private final X509Certificate root;

  public CertificateAuthority(String commonName) {
    this.name = new X500Principal("CN=" + commonName);
    this.keys = newKeys();
    this.root = sign(name, keys, NOT_AFTER, new GeneralName[0], true);
  }

  public RootCertificate root() {
    return new RootCertificate(root);
  }

  public String pem() throws GeneralSecurityException {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(root.getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }

  public ClientCertificate client(String commonName, Instant notAfter) {
    return issue(commonName, notAfter);
  }

  public ClientCertificate client(String commonName) {
    return issue(commonName, NOT_AFTER);
  }

  /** Issues a server certificate for an IP address or a host name. */
  public ClientCertificate server(String host) {
    int kind = Character.isDigit(host.charAt(0)) ? GeneralName.iPAddress : GeneralName.dNSName;
    return issue("server", NOT_AFTER, new GeneralName(kind, host));
  }

  private ClientCertificate issue(String commonName, Instant notAfter, GeneralName... hosts) {
    KeyPair subject = newKeys();
    return new ClientCertificate(
        subject.getPrivate(),
        List.of(
            sign(new X500Principal("CN=" + commonName), subject, notAfter, hosts, false), root));
  }

  private X509Certificate sign(
      X500Principal subject,
      KeyPair subjectKeys,
      Instant notAfter,
      GeneralName[] hosts,
      boolean isAuthority) {
    try {
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              name,
              new BigInteger(64, new SecureRandom()),
              Date.from(NOT_BEFORE),
              Date.from(notAfter),
              subject,
              subjectKeys.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
      if (hosts.length > 0) {
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(hosts));
      }
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    } catch (CertIOException | OperatorCreationException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
