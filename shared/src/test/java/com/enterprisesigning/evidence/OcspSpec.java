package com.enterprisesigning.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** An OCSP response to create, by default like BankID's responders. */
final class OcspSpec {
  private static final int NONCE_BYTES = 32;

  Identity responder = Hierarchy.GENUINE.responder();
  List<X509Certificate> carried = List.of(Hierarchy.GENUINE.responder().certificate());
  X509Certificate issuer = Hierarchy.GENUINE.customerCa().certificate();
  BigInteger serial;
  int answers = 1;
  CertificateStatus status = CertificateStatus.GOOD;
  Instant producedAt;
  Instant thisUpdate;
  Instant nextUpdate;
  String algorithm = "SHA256withRSA";
  int responseStatus = OCSPRespBuilder.SUCCESSFUL;
  UnaryOperator<byte[]> nonce = whole -> whole;
  boolean withNonce = true;
  boolean withNonceInTheSingleResponse;

  /** Chooses the certificates that the response carries, for its nonce. */
  Function<byte[], List<X509Certificate>> carriedFor = _ -> carried;

  UnaryOperator<byte[]> der = whole -> whole;

  OcspSpec(Instant signedAt, X509Certificate user) {
    producedAt = signedAt;
    thisUpdate = signedAt;
    serial = user.getSerialNumber();
  }

  /** Answers for a signature, and returns base64. */
  String respond(String signature) {
    try {
      DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
      BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(new RespID(responder.name()));
      CertificateID id =
          new CertificateID(
              digests.get(CertificateID.HASH_SHA1), new JcaX509CertificateHolder(issuer), serial);
      for (int i = 0; i < answers; i++) {
        builder.addResponse(
            id,
            status,
            Date.from(thisUpdate),
            nextUpdate == null ? null : Date.from(nextUpdate),
            withNonceInTheSingleResponse ? extensions(nonce(signature)) : null);
      }
      if (withNonce) {
        builder.setResponseExtensions(extensions(nonce.apply(nonce(signature))));
      }
      List<X509CertificateHolder> certificates = new ArrayList<>();
      for (X509Certificate certificate : carriedFor.apply(nonce(signature))) {
        certificates.add(new JcaX509CertificateHolder(certificate));
      }
      byte[] response =
          new OCSPRespBuilder()
              .build(
                  responseStatus,
                  builder.build(
                      new JcaContentSignerBuilder(algorithm).build(responder.key()),
                      certificates.toArray(X509CertificateHolder[]::new),
                      Date.from(producedAt)))
              .getEncoded();
      return Base64.getEncoder().encodeToString(der.apply(response));
    } catch (GeneralSecurityException | OCSPException | OperatorCreationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signs with this certificate, and carries it. */
  void respondAs(Identity other) {
    responder = other;
    carried = List.of(other.certificate());
  }

  private static Extensions extensions(byte[] nonce) {
    return new Extensions(new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, true, nonce));
  }

  private static byte[] nonce(String signature) throws GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance("SHA-1").digest(signature.getBytes(UTF_8));
    byte[] nonce = Arrays.copyOf(digest, NONCE_BYTES);
    Arrays.fill(nonce, digest.length, NONCE_BYTES, (byte) 0x5a);
    return nonce;
  }
}
