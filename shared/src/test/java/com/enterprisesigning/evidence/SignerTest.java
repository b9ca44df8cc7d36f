package com.enterprisesigning.evidence;

import static com.enterprisesigning.evidence.SigningBench.broken;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.Test;

/** A genuine signature by another person. */
class SignerTest {
  private static final String SIGNER = SigningBench.SIGNER.digits();
  private static final String ANOTHER = SigningBench.ANOTHER.digits();

  @Test
  void verify_refuses_whenTheCertificateIsAnothers() {
    SigningBench.withUser(Hierarchy.newUser(Hierarchy.subject(ANOTHER)))
        .assertRefusedAt(Step.SIGNER);
  }

  @Test
  void verify_refuses_whenTheCompletionNamesAnother() {
    broken(it -> it.completedFor = ANOTHER).assertRefusedAt(Step.SIGNER);
  }

  @Test
  void verify_refuses_whenCertificateAndCompletionNameAnotherPerson() {
    SigningBench bench = SigningBench.withUser(Hierarchy.newUser(Hierarchy.subject(ANOTHER)));
    bench.completedFor = ANOTHER;
    bench.assertRefusedAt(Step.SIGNER);
  }

  @Test
  void verify_refuses_whenThePersonalNumberOnlyStandsInTheName() {
    SigningBench.withUser(
            Hierarchy.newUser(
                new X500NameBuilder()
                    .addRDN(BCStyle.SERIALNUMBER, ANOTHER)
                    .addRDN(BCStyle.CN, "x,serialNumber=" + SIGNER + ",2.5.4.5=" + SIGNER)
                    .build()))
        .assertRefusedAt(Step.SIGNER);
  }

  @Test
  void verify_refuses_whenTheCertificateNamesTwo() {
    SigningBench.withUser(
            Hierarchy.newUser(
                new X500NameBuilder()
                    .addRDN(BCStyle.SERIALNUMBER, SIGNER)
                    .addRDN(BCStyle.SERIALNUMBER, ANOTHER)
                    .build()))
        .assertRefusedAt(Step.SIGNER);
  }

  @Test
  void verify_refuses_whenTheCertificateNamesNobody() {
    SigningBench.withUser(
            Hierarchy.newUser(new X500NameBuilder().addRDN(BCStyle.CN, SIGNER).build()))
        .assertRefusedAt(Step.SIGNER);
  }

  @Test
  void verify_passes_whenTheJdkPrintsTheSerialNumberInHexadecimal() {
    SigningBench bench = SigningBench.genuine();

    String printed = bench.signature.certificates.getFirst().getSubjectX500Principal().getName();

    assertTrue(printed.contains("2.5.4.5=#"));
    assertFalse(printed.contains(SIGNER));
    assertTrue(bench.verify().isVerified());
  }
}
