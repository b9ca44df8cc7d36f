package com.enterprisesigning.functions.snapshot;

import com.enterprisesigning.secrets.ClientCertificate;
import com.enterprisesigning.secrets.RootCertificate;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;

/**
 * A root, and a certificate under it that both sides of a connection to 127.0.0.1 may show. They
 * have new keys and are valid for an hour.
 *
 * @param secret the certificate in the form in which production stores it
 */
record LoopbackCertificates(RootCertificate root, ClientCertificate shown, String secret) {
  private static final Duration VALIDITY = Duration.ofHours(1);
  private static final String REFERENCE = "rehearsal";
  private static final X500Principal ROOT = new X500Principal("CN=rehearsed root");
  private static final X500Principal LEAF = new X500Principal("CN=rehearsal");

  /** Generates the keys and certificates. */
  static LoopbackCertificates made(Instant now) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair rootKeys = generator.generateKeyPair();
      KeyPair keys = generator.generateKeyPair();
      JcaX509v3CertificateBuilder root = builder(ROOT, rootKeys.getPublic(), now);
      root.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
      JcaX509v3CertificateBuilder leaf = builder(LEAF, keys.getPublic(), now);
      leaf.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
      String secret = secret(keys.getPrivate(), signed(leaf, rootKeys));
      return new LoopbackCertificates(
          new RootCertificate(signed(root, rootKeys)),
          ClientCertificate.parse(REFERENCE, secret),
          secret);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("every JDK has these algorithms", e);
    }
  }

  private static JcaX509v3CertificateBuilder builder(
      X500Principal subject, PublicKey key, Instant now) {
    return new JcaX509v3CertificateBuilder(
        ROOT,
        BigInteger.ONE,
        Date.from(now.minus(VALIDITY)),
        Date.from(now.plus(VALIDITY)),
        subject,
        key);
  }

  private static X509Certificate signed(JcaX509v3CertificateBuilder builder, KeyPair by)
      throws GeneralSecurityException {
    return new JcaX509CertificateConverter()
        .getCertificate(builder.build(new EcdsaSigner(by.getPrivate())));
  }

  private static String secret(PrivateKey key, X509Certificate leaf)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    char[] passphrase = REFERENCE.toCharArray();
    store.setKeyEntry("client", key, passphrase, new X509Certificate[] {leaf});
    ByteArrayOutputStream pkcs12 = new ByteArrayOutputStream();
    store.store(pkcs12, passphrase);
    return JsonNodeFactory.instance
        .objectNode()
        .put("pkcs12", Base64.getEncoder().encodeToString(pkcs12.toByteArray()))
        .put("passphrase", REFERENCE)
        .toString();
  }

  @Override
  public String toString() {
    return "LoopbackCertificates[secret]";
  }

  /**
   * Signs with the JDK: BouncyCastle's own signers would pull a large part of BouncyCastle into the
   * jar.
   */
  private record EcdsaSigner(PrivateKey key, ByteArrayOutputStream signed)
      implements ContentSigner {

    EcdsaSigner(PrivateKey key) {
      this(key, new ByteArrayOutputStream());
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    }

    @Override
    public OutputStream getOutputStream() {
      return signed;
    }

    @Override
    public byte[] getSignature() {
      try {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update(signed.toByteArray());
        return signature.sign();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every JDK has this algorithm", e);
      }
    }
  }
}
