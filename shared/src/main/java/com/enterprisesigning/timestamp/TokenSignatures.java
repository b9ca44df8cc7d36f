package com.enterprisesigning.timestamp;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Set;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * Verifies the signature of one token with the JDK. BouncyCastle's own verifier reaches most of its
 * provider, which the functions' jar leaves out.
 */
final class TokenSignatures implements ContentVerifierProvider {
  /** SHA-256, SHA-384 and SHA-512, with RSA (PKCS #1 v1.5) and with ECDSA. */
  static final Set<String> ALGORITHMS =
      Set.of(
          "1.2.840.113549.1.1.11",
          "1.2.840.113549.1.1.12",
          "1.2.840.113549.1.1.13",
          "1.2.840.10045.4.3.2",
          "1.2.840.10045.4.3.3",
          "1.2.840.10045.4.3.4");

  private final X509CertificateHolder signer;
  private boolean refused;

  TokenSignatures(X509CertificateHolder signer) {
    this.signer = signer;
  }

  /** Returns whether a signature was not verified because of its algorithm. */
  boolean refused() {
    return refused;
  }

  @Override
  public boolean hasAssociatedCertificate() {
    return true;
  }

  @Override
  public X509CertificateHolder getAssociatedCertificate() {
    return signer;
  }

  @Override
  public ContentVerifier get(AlgorithmIdentifier algorithm) throws OperatorCreationException {
    String oid = algorithm.getAlgorithm().getId();
    if (!ALGORITHMS.contains(oid)) {
      refused = true;
      throw new OperatorCreationException("the algorithm " + oid + " is not accepted");
    }
    try {
      Signature signature = Signature.getInstance(oid);
      // With a certificate, the JDK would insist on digitalSignature; nonRepudiation is enough.
      signature.initVerify(new JcaX509CertificateConverter().getCertificate(signer).getPublicKey());
      return new JdkVerifier(algorithm, signature);
    } catch (GeneralSecurityException e) {
      throw new OperatorCreationException("the certificate has another kind of key", e);
    }
  }

  private record JdkVerifier(AlgorithmIdentifier algorithm, Signature signature)
      implements ContentVerifier {

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      return algorithm;
    }

    @Override
    public OutputStream getOutputStream() {
      return new OutputStream() {
        @Override
        public void write(int octet) throws IOException {
          write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          try {
            signature.update(bytes, offset, length);
          } catch (SignatureException e) {
            throw new IOException(e);
          }
        }
      };
    }

    @Override
    public boolean verify(byte[] expected) {
      try {
        return signature.verify(expected);
      } catch (SignatureException e) {
        return false; // a signature of the wrong length
      }
    }
  }
}
