package com.enterprisesigning.evidence;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate to issue. */
public final class CertificateSpec {
  private final X500Name subject;
  private final KeyPair key;
  private final List<Extension> extensions = new ArrayList<>();
  private BigInteger serial = BigInteger.valueOf(1_001);
  private Instant notBefore = Instant.parse("2020-01-01T00:00:00Z");
  private Instant notAfter = Instant.parse("2040-01-01T00:00:00Z");
  private String algorithm = "SHA512withRSA";

  public CertificateSpec(X500Name subject, KeyPair key) {
    this.subject = subject;
    this.key = key;
  }

  public static CertificateSpec authority(String subject, KeyPair key) {
    return new CertificateSpec(new X500Name(subject), key)
        .with(Extension.basicConstraints, new BasicConstraints(true))
        .usage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
  }

  public CertificateSpec usage(int usage) {
    return with(Extension.keyUsage, new KeyUsage(usage));
  }

  public CertificateSpec purpose(KeyPurposeId purpose) {
    return with(Extension.extendedKeyUsage, new ExtendedKeyUsage(purpose));
  }

  public CertificateSpec policy(String identifier) {
    return with(
        Extension.certificatePolicies,
        new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier(identifier))));
  }

  /** Adds a critical extension. */
  public CertificateSpec with(ASN1ObjectIdentifier id, ASN1Encodable value) {
    try {
      extensions.add(Extension.create(id, true, value));
      return this;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public CertificateSpec valid(Instant from, Instant until) {
    notBefore = from;
    notAfter = until;
    return this;
  }

  public CertificateSpec serial(long number) {
    serial = BigInteger.valueOf(number);
    return this;
  }

  public CertificateSpec signedWith(String signatureAlgorithm) {
    algorithm = signatureAlgorithm;
    return this;
  }

  public Identity issuedBy(Identity issuer) {
    return sign(issuer.name(), issuer.key());
  }

  public Identity selfIssued() {
    return sign(subject, key.getPrivate());
  }

  private Identity sign(X500Name issuer, PrivateKey issuerKey) {
    try {
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer, serial, Date.from(notBefore), Date.from(notAfter), subject, key.getPublic());
      for (Extension extension : extensions) {
        builder.addExtension(extension);
      }
      return new Identity(
          key.getPrivate(),
          new JcaX509CertificateConverter()
              .getCertificate(
                  builder.build(new JcaContentSignerBuilder(algorithm).build(issuerKey))));
    } catch (IOException | OperatorCreationException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
