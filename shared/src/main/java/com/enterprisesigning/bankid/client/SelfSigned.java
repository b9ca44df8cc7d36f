package com.enterprisesigning.bankid.client;

import com.enterprisesigning.secrets.ClientCertificate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;

/** A certificate that stands for itself, for an hour. */
final class SelfSigned {
  private static final Duration VALIDITY = Duration.ofHours(1);

  private SelfSigned() {}

  /** One that both sides of a connection to 127.0.0.1 may show, with a new key. */
  static ClientCertificate forLoopback(Instant now) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair keys = generator.generateKeyPair();
      X500Principal name = new X500Principal("CN=rehearsal");
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              name,
              BigInteger.ONE,
              Date.from(now.minus(VALIDITY)),
              Date.from(now.plus(VALIDITY)),
              name,
              keys.getPublic());
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
      return new ClientCertificate(
          keys.getPrivate(),
          List.of(
              new JcaX509CertificateConverter()
                  .getCertificate(builder.build(new EcdsaSigner(keys.getPrivate())))));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("every JDK has these algorithms", e);
    }
  }

  /** By the JDK: BouncyCastle's own signers would draw much of it into the jar. */
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
