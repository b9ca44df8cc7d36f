package com.enterprisesigning.timestamp;

import com.enterprisesigning.evidence.TimeStamp;
import com.enterprisesigning.evidence.TimestampAuthority.Answer;
import com.enterprisesigning.evidence.TimestampAuthority.Reason;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.DefaultCMSSignatureAlgorithmNameGenerator;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPUtil;
import org.bouncycastle.tsp.TSPValidationException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * Checks what an authority answered (RFC 3161 section 2.2): the answer is for this request, and its
 * token was signed then by a certificate that is for time stamps alone and leads to the pinned
 * root. Whether the certificate was revoked is not checked; the token names where an auditor can
 * look.
 */
public final class TokenCheck {
  /** How far the authority's clock and ours may differ. */
  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  /** The key usages of a certificate that only signs. */
  private static final Set<KeyUsage> SIGNING =
      Set.of(
          new KeyUsage(KeyUsage.digitalSignature),
          new KeyUsage(KeyUsage.nonRepudiation),
          new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));

  private final TrustAnchor root;
  private final Clock clock;

  TokenCheck(X509Certificate root, Clock clock) {
    this.root = new TrustAnchor(root, null);
    this.clock = clock;
  }

  /** Checks the answer to a request that was sent a few seconds ago. */
  Answer check(TimeStampRequest request, byte[] answer) {
    try {
      return new Answer.Stamped(timeStamp(request, response(answer)));
    } catch (NoToken e) {
      return new Answer.Refused(e.reason);
    } catch (RuntimeException e) { // BouncyCastle reads some parts only when they are asked for
      return new Answer.Refused(Reason.UNREADABLE);
    }
  }

  /**
   * Checks a stored token at the token's own time.
   *
   * @param sha256 what it must stamp
   * @param root what the token must lead to; if absent, the signer's identity is not checked
   */
  public static Answer checkKept(byte[] sha256, byte[] token, Optional<X509Certificate> root) {
    try {
      return new Answer.Stamped(
          timeStamp(
              new TimeStampToken(new CMSSignedData(token)),
              sha256,
              root.map(it -> new TrustAnchor(it, null))));
    } catch (NoToken e) {
      return new Answer.Refused(e.reason);
    } catch (TSPException | CMSException | IOException | RuntimeException e) {
      return new Answer.Refused(Reason.UNREADABLE);
    }
  }

  private static TimeStampResponse response(byte[] answer) throws NoToken {
    try {
      return new TimeStampResponse(answer);
    } catch (TSPException | IOException | RuntimeException e) {
      throw new NoToken(Reason.UNREADABLE);
    }
  }

  private TimeStamp timeStamp(TimeStampRequest request, TimeStampResponse response) throws NoToken {
    int status = response.getStatus();
    require(status == PKIStatus.GRANTED || status == PKIStatus.GRANTED_WITH_MODS, Reason.REJECTED);
    TimeStampToken token =
        Optional.ofNullable(response.getTimeStampToken())
            .orElseThrow(() -> new NoToken(Reason.UNREADABLE));
    TimeStamp timeStamp = timeStamp(token, request.getMessageImprintDigest(), Optional.of(root));
    require(request.getNonce().equals(token.getTimeStampInfo().getNonce()), Reason.WRONG_NONCE);
    Duration off = Duration.between(timeStamp.at(), clock.instant()).abs();
    require(off.compareTo(TOLERANCE) <= 0, Reason.WRONG_TIME);
    return timeStamp;
  }

  private static TimeStamp timeStamp(
      TimeStampToken token, byte[] sha256, Optional<TrustAnchor> root) throws NoToken {
    require(isOf(token, sha256), Reason.WRONG_IMPRINT);
    X509CertificateHolder signer = signer(token);
    checkPurpose(signer);
    Instant at = token.getTimeStampInfo().getGenTime().toInstant();
    require(signer.isValidOn(Date.from(at)), Reason.EXPIRED);
    checkSignature(token, signer);
    if (root.isPresent()) {
      checkPath(token, signer, root.get(), at);
    }
    return new TimeStamp(base64(token), at, name(signer));
  }

  private static boolean isOf(TimeStampToken token, byte[] sha256) {
    return TSPAlgorithms.SHA256.equals(token.getTimeStampInfo().getMessageImprintAlgOID())
        && MessageDigest.isEqual(sha256, token.getTimeStampInfo().getMessageImprintDigest());
  }

  private static X509CertificateHolder signer(TimeStampToken token) throws NoToken {
    List<X509CertificateHolder> signers =
        token.getCertificates().getMatches(null).stream()
            .filter(certificate -> token.getSID().match(certificate))
            .toList();
    require(signers.size() == 1, Reason.NO_CERTIFICATE);
    return signers.getFirst();
  }

  /** An auditor's {@code openssl ts -verify} asks for the same key usage. */
  private static void checkPurpose(X509CertificateHolder signer) throws NoToken {
    try {
      TSPUtil.validateCertificate(signer);
      KeyUsage usage = KeyUsage.fromExtensions(signer.getExtensions());
      require(usage == null || SIGNING.contains(usage), Reason.WRONG_PURPOSE);
    } catch (TSPValidationException | RuntimeException e) {
      throw new NoToken(Reason.WRONG_PURPOSE);
    }
  }

  private static void checkSignature(TimeStampToken token, X509CertificateHolder signer)
      throws NoToken {
    TokenSignatures signatures = new TokenSignatures(signer);
    try {
      token.validate(
          new SignerInformationVerifier(
              new DefaultCMSSignatureAlgorithmNameGenerator(),
              new DefaultSignatureAlgorithmIdentifierFinder(),
              signatures,
              new JcaDigestCalculatorProviderBuilder().build()));
    } catch (TSPException | OperatorCreationException | RuntimeException e) {
      throw new NoToken(signatures.refused() ? Reason.OTHER_ALGORITHM : Reason.WRONG_SIGNATURE);
    }
  }

  /**
   * Checks that the certificates of the token lead from the signer to the root, and that all were
   * valid at that time.
   */
  private static void checkPath(
      TimeStampToken token, X509CertificateHolder signer, TrustAnchor root, Instant at)
      throws NoToken {
    try {
      X509Certificate target = certificate(signer);
      X509CertSelector selector = new X509CertSelector();
      selector.setCertificate(target);
      PKIXBuilderParameters parameters = new PKIXBuilderParameters(Set.of(root), selector);
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(at));
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(all(token))));
      boolean isKnown =
          CertPathBuilder.getInstance("PKIX")
              .build(parameters)
              .getCertPath()
              .getCertificates()
              .stream()
              .map(X509Certificate.class::cast)
              .map(X509Certificate::getSigAlgOID)
              .allMatch(TokenSignatures.ALGORITHMS::contains);
      require(isKnown, Reason.OTHER_ALGORITHM);
    } catch (GeneralSecurityException e) {
      throw new NoToken(Reason.UNTRUSTED);
    }
  }

  private static List<X509Certificate> all(TimeStampToken token) throws GeneralSecurityException {
    List<X509Certificate> all = new ArrayList<>();
    for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
      all.add(certificate(holder));
    }
    return all;
  }

  private static X509Certificate certificate(X509CertificateHolder holder)
      throws GeneralSecurityException {
    return new JcaX509CertificateConverter().getCertificate(holder);
  }

  private static String name(X509CertificateHolder signer) throws NoToken {
    try {
      return certificate(signer).getSubjectX500Principal().getName();
    } catch (GeneralSecurityException e) {
      throw new NoToken(Reason.NO_CERTIFICATE);
    }
  }

  private static String base64(TimeStampToken token) throws NoToken {
    try {
      return Base64.getEncoder().encodeToString(token.getEncoded());
    } catch (IOException e) {
      throw new NoToken(Reason.UNREADABLE);
    }
  }

  private static void require(boolean holds, Reason reason) throws NoToken {
    if (!holds) {
      throw new NoToken(reason);
    }
  }

  /** The reason why an answer holds no time stamp that may be kept. */
  private static final class NoToken extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    NoToken(Reason reason) {
      super(reason.name());
      this.reason = reason;
    }
  }
}
