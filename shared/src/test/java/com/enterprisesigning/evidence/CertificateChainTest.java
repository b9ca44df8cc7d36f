package com.enterprisesigning.evidence;

import static com.enterprisesigning.evidence.SigningBench.broken;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

/** Each test breaks the path to a pinned root in one way. */
class CertificateChainTest {
  private static final Hierarchy GENUINE = Hierarchy.GENUINE;
  private static final X500Name SUBJECT = Hierarchy.subject(SigningBench.SIGNER.digits());

  private static void assertRefused(SigningBench bench) {
    bench.assertRefusedAt(Step.CERTIFICATE_CHAIN);
    assertEquals(Optional.empty(), bench.verify().producedAt());
  }

  private static X509Certificate user(SigningBench bench) {
    return bench.signature.certificates.getFirst();
  }

  /** Returns a bench whose path contains another bank CA. */
  private static SigningBench withBankCa(Identity bankCa) {
    return broken(it ->
        it.signature.certificates =
            List.of(user(it), GENUINE.customerCa().certificate(), bankCa.certificate()));
  }

  @Test
  void verify_refuses_whenTheRootIsAnother() {
    Identity other =
        CertificateSpec.authority("CN=BankID SSL Root CA v1", Keys.STRANGER).selfIssued();
    assertRefused(broken(it -> it.root = other.certificate()));
  }

  @Test
  void verify_refuses_whenTheRootIsAnotherOfTheSameName() {
    assertRefused(broken(it -> it.root = Hierarchy.COUNTERFEIT.root().certificate()));
  }

  @Test
  void verify_refuses_whenOnlyARootThatCameAlongFits() {
    assertRefused(
        broken(it -> {
          it.root = Hierarchy.COUNTERFEIT.root().certificate();
          it.signature.certificates =
              List.of(
                  user(it),
                  GENUINE.customerCa().certificate(),
                  GENUINE.bankCa().certificate(),
                  GENUINE.root().certificate());
        }));
  }

  @Test
  void verify_passes_whenThePinnedRootCameAlongToo() {
    SigningBench bench =
        broken(it ->
            it.signature.certificates =
                List.of(
                    user(it),
                    GENUINE.customerCa().certificate(),
                    GENUINE.bankCa().certificate(),
                    GENUINE.root().certificate()));
    assertTrue(bench.verify().isVerified());
  }

  @Test
  void verify_refuses_whenTheUsersCertificateHadExpiredAtTheSigning() {
    Instant yesterday = SigningBench.SIGNED_AT.minus(Duration.ofDays(1));
    assertRefused(
        SigningBench.withUser(
            Hierarchy.newUser(SUBJECT).valid(yesterday.minus(Duration.ofDays(1)), yesterday)));
  }

  @Test
  void verify_refuses_whenTheUsersCertificateWasNotYetValidAtTheSigning() {
    Instant tomorrow = SigningBench.SIGNED_AT.plus(Duration.ofDays(1));
    assertRefused(
        SigningBench.withUser(
            Hierarchy.newUser(SUBJECT).valid(tomorrow, tomorrow.plus(Duration.ofDays(1)))));
  }

  @Test
  void verify_passes_whenTheUsersCertificateExpiredAfterTheSigning() {
    Instant later = SigningBench.SIGNED_AT.plus(Duration.ofMinutes(1));
    SigningBench bench =
        SigningBench.withUser(Hierarchy.newUser(SUBJECT).valid(SigningBench.SIGNED_AT, later));
    assertTrue(bench.verify().isVerified());
  }

  @Test
  void verify_refuses_whenAnIntermediateHadExpired() {
    assertRefused(
        withBankCa(
            CertificateSpec.authority(Hierarchy.BANK_CA, Keys.BANK_CA)
                .valid(Instant.EPOCH, SigningBench.SIGNED_AT.minusSeconds(1))
                .issuedBy(GENUINE.root())));
  }

  @Test
  void verify_refuses_whenAnIntermediateIsNotACa() {
    assertRefused(
        withBankCa(
            new CertificateSpec(new X500Name(Hierarchy.BANK_CA), Keys.BANK_CA)
                .with(Extension.basicConstraints, new BasicConstraints(false))
                .usage(KeyUsage.keyCertSign)
                .issuedBy(GENUINE.root())));
  }

  @Test
  void verify_refuses_whenAnIntermediateMayNotSignCertificates() {
    assertRefused(
        withBankCa(
            new CertificateSpec(new X500Name(Hierarchy.BANK_CA), Keys.BANK_CA)
                .with(Extension.basicConstraints, new BasicConstraints(true))
                .usage(KeyUsage.digitalSignature)
                .issuedBy(GENUINE.root())));
  }

  @Test
  void verify_refuses_whenAnIntermediateIsSignedWithSha1() {
    assertRefused(
        withBankCa(
            CertificateSpec.authority(Hierarchy.BANK_CA, Keys.BANK_CA)
                .signedWith("SHA1withRSA")
                .issuedBy(GENUINE.root())));
  }

  @Test
  void verify_refuses_whenAnIntermediateOnlyHasTheRightName() {
    assertRefused(withBankCa(Hierarchy.COUNTERFEIT.bankCa()));
  }

  @Test
  void verify_refuses_whenAnIntermediateIsMissing() {
    assertRefused(
        broken(it ->
            it.signature.certificates = List.of(user(it), GENUINE.customerCa().certificate())));
  }

  @Test
  void verify_refuses_whenTheUsersKeyIsNotForSigning() {
    assertRefused(
        SigningBench.withUser(
            new CertificateSpec(SUBJECT, Keys.USER)
                .policy(Hierarchy.POLICY)
                .usage(KeyUsage.keyEncipherment)));
  }

  @Test
  void verify_refuses_whenTheUsersCertificateStatesNoKeyUsage() {
    assertRefused(
        SigningBench.withUser(new CertificateSpec(SUBJECT, Keys.USER).policy(Hierarchy.POLICY)));
  }

  @Test
  void verify_refuses_whenTheUserIsACa() {
    assertRefused(
        SigningBench.withUser(
            new CertificateSpec(SUBJECT, Keys.USER)
                .policy(Hierarchy.POLICY)
                .with(Extension.basicConstraints, new BasicConstraints(true))
                .usage(KeyUsage.digitalSignature | KeyUsage.keyCertSign)));
  }

  @Test
  void verify_refusesTheDocument_whenOnlyTheUsersCertificateCameAlong() {
    broken(it -> it.signature.certificates = List.of(user(it))).assertRefusedAt(Step.XML_SIGNATURE);
  }
}
