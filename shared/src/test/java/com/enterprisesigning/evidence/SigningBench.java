package com.enterprisesigning.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.domain.Requirement;
import com.enterprisesigning.domain.SigningText;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.security.auth.x500.X500Principal;

/**
 * An order as sent, and its completion as BankID would sign it; each test breaks one thing in it.
 */
final class SigningBench {
  static final Instant SIGNED_AT = Instant.parse("2026-11-23T12:00:00Z");
  static final PersonalNumber SIGNER = new PersonalNumber("189001019802");
  static final PersonalNumber ANOTHER = new PersonalNumber("189001019810");
  static final String VISIBLE = "Jag lånar 100 000 kr.\r\nÅterbetalas på tio år.";
  static final String NON_VISIBLE = "signing:v1;process=1;participant=2";

  /** The subject of our certificate, whose name {@link SignatureSpec} signs as BankID writes it. */
  static final X500Principal RELYING_PARTY =
      new X500Principal("C=SE, O=Bank of the tests, CN=The tests");

  SigningText sent =
      new SigningText(VISIBLE, SigningText.Format.PLAINTEXT, Optional.of(NON_VISIBLE));
  Requirement requirement = Requirement.NONE;
  String completedFor = SIGNER.digits();
  OwnCertificates own = matching -> Optional.of(matching.test(RELYING_PARTY));
  Set<UnconfirmedStep> enforced = Set.of(UnconfirmedStep.values());
  X509Certificate root = Hierarchy.GENUINE.root().certificate();
  final SignatureSpec signature = new SignatureSpec(VISIBLE, NON_VISIBLE);
  final OcspSpec ocsp;

  private SigningBench(Identity user) {
    ocsp = new OcspSpec(SIGNED_AT, user.certificate());
    signature.certificates =
        List.of(
            user.certificate(),
            Hierarchy.GENUINE.customerCa().certificate(),
            Hierarchy.GENUINE.bankCa().certificate());
  }

  /** Returns a bench on which every step passes. */
  static SigningBench genuine() {
    return withUser(Hierarchy.newUser(Hierarchy.subject(SIGNER.digits())));
  }

  static SigningBench withUser(CertificateSpec user) {
    return new SigningBench(user.issuedBy(Hierarchy.GENUINE.customerCa()));
  }

  static SigningBench broken(Consumer<SigningBench> fault) {
    SigningBench bench = genuine();
    fault.accept(bench);
    return bench;
  }

  Completion completion() {
    String signed = signature.sign();
    return completion(signed, ocsp.respond(signed));
  }

  Completion completion(String signed, String ocspResponse) {
    String orderRef = "131daac9-16c6-4618-beb0-365768f37288";
    return new Completion(
        """
        {"orderRef":"%s","status":"complete","completionData":{"user":{"personalNumber":"%s",\
        "name":"Karin Öberg","givenName":"Karin","surname":"Öberg"},\
        "device":{"ipAddress":"192.0.2.1"},"signature":"%s","ocspResponse":"%s"}}\
        """
            .formatted(orderRef, completedFor, signed, ocspResponse),
        orderRef,
        new Completion.Signer(completedFor, "Karin Öberg", "Karin", "Öberg"),
        new Completion.Device("192.0.2.1", Optional.empty()),
        signed,
        ocspResponse);
  }

  SignatureVerification verification() {
    return new SignatureVerification(
        Set.of(root), own, enforced, Clock.fixed(SIGNED_AT, ZoneOffset.UTC));
  }

  Verdict verify() {
    return verify(completion());
  }

  Verdict verify(Completion completion) {
    return verification().verify(completion, sent, requirement, SIGNER);
  }

  /** Asserts that only this step fails; the steps that depend on it say so. */
  void assertRefusedAt(Step step) {
    Verdict verdict = verify();
    List<String> failed =
        verdict.steps().stream()
            .filter(it -> !it.passed() && !it.detail().orElseThrow().startsWith("Not checked"))
            .map(VerificationStep::step)
            .toList();
    assertEquals(List.of(step.name()), failed, () -> verdict.steps().toString());
    assertFalse(verdict.isVerified());
    assertFalse(verdict.toString().contains(SIGNER.digits()), "a personal number in a detail");
  }
}
