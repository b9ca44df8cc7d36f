package com.enterprisesigning.simulator.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes certificates. */
final class Issuing {
  private static final int SERIAL_BITS = 120;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Issuing() {}

  /** Creates a root, signed by its own key. */
  static Identity root(String subject, KeyPair keys, Validity validity) {
    X500Name name = new X500Name(subject);
    X509v3CertificateBuilder builder = builder(name, name, keys.getPublic(), validity);
    return new Identity(
        keys.getPrivate(),
        sign(
            builder, keys.getPublic(), keys.getPublic(), keys.getPrivate(), authorityExtensions()));
  }

  /** Creates an authority under another. */
  static Identity authority(String subject, KeyPair keys, Validity validity, Identity issuer) {
    return identity(new X500Name(subject), keys, validity, issuer, authorityExtensions());
  }

  /** Issues a certificate for these keys, as {@link #certificate} does. */
  static Identity identity(
      X500Name subject,
      KeyPair keys,
      Validity validity,
      Identity issuer,
      List<Extension> extensions) {
    return new Identity(
        keys.getPrivate(), certificate(subject, keys.getPublic(), validity, issuer, extensions));
  }

  /** Issues a certificate with these extensions and the key identifiers, and no others. */
  static X509Certificate certificate(
      X500Name subject,
      PublicKey key,
      Validity validity,
      Identity issuer,
      List<Extension> extensions) {
    return sign(
        builder(subject(issuer.certificate()), subject, key, validity),
        key,
        issuer.certificate().getPublicKey(),
        issuer.key(),
        extensions);
  }

  /** Returns the certificate's subject, with its parts in their original order. */
  static X500Name subject(X509Certificate certificate) {
    try {
      return new JcaX509CertificateHolder(certificate).getSubject();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate made here cannot be read", e);
    }
  }

  static Extension digitalSignature() {
    return extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
  }

  static Extension extendedKeyUsage(KeyPurposeId purpose, boolean critical) {
    return extension(Extension.extendedKeyUsage, critical, new ExtendedKeyUsage(purpose));
  }

  static Extension extension(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {
    try {
      return Extension.create(id, critical, value);
    } catch (IOException e) {
      throw new IllegalStateException("a value made here does not encode", e);
    }
  }

  private static List<Extension> authorityExtensions() {
    return List.of(
        extension(Extension.basicConstraints, true, new BasicConstraints(true)),
        extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign)));
  }

  private static X509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, PublicKey key, Validity validity) {
    return new JcaX509v3CertificateBuilder(
        issuer,
        new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS),
        Date.from(validity.notBefore()),
        Date.from(validity.notAfter()),
        subject,
        key);
  }

  private static X509Certificate sign(
      X509v3CertificateBuilder builder,
      PublicKey key,
      PublicKey issuerKey,
      PrivateKey signingKey,
      List<Extension> extensions) {
    try {
      JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
      for (Extension extension : extensions) {
        builder.addExtension(extension);
      }
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          identifiers.createAuthorityKeyIdentifier(issuerKey));
      String algorithm =
          signingKey.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
      return new JcaX509CertificateConverter()
          .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(signingKey)));
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw new IllegalStateException("a certificate could not be made", e);
    }
  }
}
