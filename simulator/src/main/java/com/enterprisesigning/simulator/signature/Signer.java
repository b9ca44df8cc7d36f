package com.enterprisesigning.simulator.signature;

import com.enterprisesigning.simulator.certificate.SignatureHierarchy;
import com.enterprisesigning.simulator.certificate.Validity;
import com.enterprisesigning.simulator.order.Order;
import com.enterprisesigning.simulator.order.OrderRequest;
import com.enterprisesigning.simulator.person.Person;
import com.enterprisesigning.simulator.person.PersonalNumber;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.RevokedStatus;

/** Signs completed orders. Each fault is one deviation from a correct signature. */
public final class Signer {
  private static final Person STRANGER =
      new Person(new PersonalNumber("189112229936"), "Fel", "Person");

  private static final String OTHER_TEXT =
      Base64.getEncoder()
          .encodeToString(
              "A text other than the one that was sent".getBytes(StandardCharsets.UTF_8));

  private final SignatureHierarchy genuine;
  private final SignatureHierarchy counterfeit;
  private final UserCertificates userCertificates;
  private final SignedData signedData = new SignedData();
  private final OcspResponder ocspResponder = new OcspResponder();

  /** Creates a signer whose certificates this hierarchy issues. */
  public Signer(SignatureHierarchy genuine) {
    this.genuine = genuine;
    this.counterfeit = genuine.counterfeit();
    this.userCertificates = new UserCertificates(genuine);
  }

  /** Signs the order's data as that person at that time, with one fault or none. */
  public SignedOrder sign(Order order, Person person, Instant signedAt, SignatureFault fault) {
    SignatureHierarchy hierarchy = fault == SignatureFault.WRONG_ROOT ? counterfeit : genuine;
    X509Certificate certificate = certificate(hierarchy, person, signedAt, fault);
    String signature = base64(document(order, hierarchy, certificate, fault));
    String ocspResponse =
        ocspResponder.respond(
            fault == SignatureFault.FALSE_RESPONDER
                ? counterfeit.ocspResponder()
                : hierarchy.ocspResponder(),
            hierarchy.customerCa().certificate(),
            certificate,
            fault == SignatureFault.REVOKED
                ? new RevokedStatus(Date.from(signedAt), CRLReason.keyCompromise)
                : CertificateStatus.GOOD,
            fault == SignatureFault.WRONG_NONCE ? base64("another signature") : signature,
            signedAt);
    return new SignedOrder(
        signature,
        ocspResponse,
        LocalDate.ofInstant(certificate.getNotBefore().toInstant(), ZoneOffset.UTC));
  }

  private X509Certificate certificate(
      SignatureHierarchy hierarchy, Person person, Instant signedAt, SignatureFault fault) {
    return switch (fault) {
      case OTHER_SIGNER -> userCertificates.of(STRANGER, signedAt);
      case WRONG_ROOT -> hierarchy.issue(person, Validity.ofUser(signedAt));
      case EXPIRED_CERTIFICATE -> hierarchy.issue(person, Validity.expired(signedAt));
      case NONE,
          OTHER_TEXT,
          ALTERED,
          REVOKED,
          WRONG_NONCE,
          FALSE_RESPONDER,
          WRAPPED,
          OTHER_RELYING_PARTY,
          OTHER_CONDITION ->
          userCertificates.of(person, signedAt);
    };
  }

  private String document(
      Order order, SignatureHierarchy hierarchy, X509Certificate user, SignatureFault fault) {
    Optional<String> sent = order.request().userVisibleData();
    boolean other = fault == SignatureFault.OTHER_TEXT || fault == SignatureFault.WRAPPED;
    XmlSignature.Parts parts =
        XmlSignature.sign(
            signedData.write(
                order, XmlSignature.SIGNED_DATA_ID, other ? Optional.of(OTHER_TEXT) : sent, fault),
            hierarchy.userKey().key(),
            List.of(user, hierarchy.customerCa().certificate(), hierarchy.bankCa()));
    return switch (fault) {
      case ALTERED ->
          parts.documentWith(XmlSignature.object(altered(parts.signedData(), order.request())));
      case WRAPPED ->
          parts.documentWith(
              XmlSignature.object(signedData.write(order, "bidShownData", sent, fault))
                  + XmlSignature.object(parts.signedData()));
      case NONE,
          OTHER_TEXT,
          OTHER_SIGNER,
          WRONG_ROOT,
          REVOKED,
          WRONG_NONCE,
          FALSE_RESPONDER,
          EXPIRED_CERTIFICATE,
          OTHER_RELYING_PARTY,
          OTHER_CONDITION ->
          parts.document();
    };
  }

  /** Replaces the text that was sent by another, or adds one if none was sent. */
  private static String altered(String signedData, OrderRequest request) {
    String other = SignedData.visible(OTHER_TEXT, request);
    return request
        .userVisibleData()
        .map(sent -> signedData.replace(SignedData.visible(sent, request), other))
        .orElseGet(() -> signedData.replace("<srvInfo>", other + "<srvInfo>"));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
