package com.enterprisesigning.evidence;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.domain.Requirement;
import com.enterprisesigning.domain.SigningText;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies a completion by BankID's own procedure, and against the order ({@code
 * docs/bankid.md#the-signature}): the XML signature, the chain to a pinned root, the OCSP response,
 * the text, the signer, the relying party, the requirement.
 *
 * <p>It is thread-safe, and opens no connection unless {@link OwnCertificates} does.
 */
public final class SignatureVerification implements Verification {
  private final SignedDocumentReader documents = new SignedDocumentReader();
  private final Set<TrustAnchor> anchors;
  private final OwnCertificates own;
  private final Set<Step> reporting;
  private final Clock clock;

  /**
   * Pins the roots.
   *
   * @param roots the roots of signatures, which {@link SignatureRoots} reads; BankID's TLS
   *     certificate belongs to another hierarchy
   * @param own tells which relying party is ours
   * @param enforced the unconfirmed steps that reject; the others only report
   * @param clock to refuse an OCSP response from the future
   * @throws IllegalArgumentException if there is no root, because then nothing could verify
   */
  public SignatureVerification(
      Set<X509Certificate> roots, OwnCertificates own, Set<UnconfirmedStep> enforced, Clock clock) {
    if (roots.isEmpty()) {
      throw new IllegalArgumentException("No signature root is given: set BANKID_SIGNATURE_ROOT.");
    }
    this.anchors =
        roots.stream().map(root -> new TrustAnchor(root, null)).collect(toUnmodifiableSet());
    this.own = own;
    this.reporting =
        Arrays.stream(UnconfirmedStep.values())
            .filter(step -> !enforced.contains(step))
            .map(UnconfirmedStep::step)
            .collect(toUnmodifiableSet());
    this.clock = clock;
  }

  @Override
  public Verdict verify(
      Completion completion, SigningText text, Requirement requirement, PersonalNumber signer) {
    Steps steps = new Steps(reporting);
    Steps.Outcome<SignedDocument> document =
        steps.take(Step.XML_SIGNATURE, () -> document(completion));
    Steps.Outcome<OcspResponse> ocsp =
        steps.take(
            Step.OCSP_SIGNATURE,
            () -> OcspResponse.read(completion.ocspResponse(), clock.instant()));
    Steps.Outcome<Boolean> chain =
        steps.prove(
            Step.CERTIFICATE_CHAIN,
            () ->
                document
                    .required()
                    .certificates()
                    .requirePathTo(anchors, ocsp.required().producedAt()));
    Steps.Outcome<Boolean> responder =
        steps.prove(
            Step.OCSP_RESPONDER,
            () -> OcspResponder.check(ocsp.required(), document.required().certificates()));
    steps.prove(
        Step.CERTIFICATE_STATUS,
        () -> RevocationStatus.check(ocsp.required(), document.required().certificates()));
    steps.prove(Step.OCSP_NONCE, () -> OcspNonce.check(ocsp.required(), completion.signature()));
    steps.prove(Step.SIGNED_TEXT, () -> SignedText.check(document.required().signedData(), text));
    steps.prove(Step.SIGNED_FUNCTION, () -> SignedFunction.check(document.required().signedData()));
    steps.prove(
        Step.SIGNER,
        () -> Signer.check(document.required().certificates().user(), completion, signer));
    steps.prove(
        Step.RELYING_PARTY,
        () -> NamedRelyingParty.of(document.required().signedData()).requireOurs(own));
    steps.prove(
        Step.REQUIREMENT,
        () ->
            SignedRequirement.check(
                document.required().signedData(),
                document.required().certificates().user(),
                requirement));
    return new Verdict(steps.results(), signingTime(ocsp, chain, responder));
  }

  private SignedDocument document(Completion completion) throws StepFailed {
    SignedDocument document = documents.read(completion.signature());
    XmlSignature.check(document);
    return document;
  }

  /**
   * Returns the signing time, which counts only if it comes from a responder under a pinned root.
   */
  private static Optional<Instant> signingTime(
      Steps.Outcome<OcspResponse> ocsp,
      Steps.Outcome<Boolean> chain,
      Steps.Outcome<Boolean> responder) {
    return chain
        .value()
        .flatMap(_ -> responder.value())
        .flatMap(_ -> ocsp.value())
        .map(OcspResponse::producedAt);
  }
}
