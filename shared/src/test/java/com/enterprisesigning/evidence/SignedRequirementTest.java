package com.enterprisesigning.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.domain.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the signed conditions must say about the certificate policies. */
class SignedRequirementTest {
  private static final String REQUIREMENT = "<requirement>.*</requirement>";

  private final SigningBench bench = SigningBench.genuine();

  private static Requirement policies(String... policies) {
    return new Requirement(Optional.empty(), Optional.empty(), Optional.empty(), List.of(policies));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.2.3.4.5|",
        "1.2.3.4.5|1.2.3.4.5",
        "1.2.3.4.5|1.2.3.4.*",
        "1.2.3.4.*|1.2.3.4.*",
        "1.2.3.4.5,1.2.3.4.25|1.2.3.4.25 1.2.3.4.5",
        "1.2.3.4.5, 1.2.3.4.25|1.2.3.4.25 1.2.3.4.5",
        "1.2.3.4.5|1.2.3.4.25 1.2.3.4.5"
      })
  void verify_takesThePolicyOfTheCertificate_whereItWasRequired(String signed, String required) {
    bench.signature.policies = signed;
    bench.requirement = required == null ? Requirement.NONE : policies(required.split(" "));

    assertTrue(bench.verify().isVerified(), () -> bench.verify().steps().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.2.3.4.25|",
        "1.2.3.4.25|1.2.3.4.25",
        "1.2.3.4|",
        "1.2.3.4.5.*|",
        "1.2.3.4.5|1.2.3.4.25",
        "1.2.3.4.5|1.2.3.4.5.*",
        "1.2.3.4.5,1.2.3.4.10|1.2.3.4.5"
      })
  void verify_refusesAnotherPolicy(String signed, String required) {
    bench.signature.policies = signed;
    bench.requirement = required == null ? Requirement.NONE : policies(required);

    bench.assertRefusedAt(Step.REQUIREMENT);
  }

  @Test
  void verify_takesDataWithoutConditions_whenNoPolicyWasRequired() {
    bench.signature.signedData = xml -> xml.replaceFirst(REQUIREMENT, "");

    assertTrue(bench.verify().isVerified(), () -> bench.verify().steps().toString());
  }

  @Test
  void verify_refusesDataWithoutConditions_whenAPolicyWasRequired() {
    bench.signature.signedData = xml -> xml.replaceFirst(REQUIREMENT, "");
    bench.requirement = policies(Hierarchy.POLICY);

    bench.assertRefusedAt(Step.REQUIREMENT);
  }

  @Test
  void verify_judgesNoConditionOfAnotherType() {
    bench.requirement =
        new Requirement(Optional.of(true), Optional.of(true), Optional.of("class2"), List.of());
    bench.signature.signedData =
        xml ->
            xml.replace(
                "<requirement>",
                "<requirement><condition><type>CardReader</type><value>class1</value></condition>");

    assertTrue(bench.verify().isVerified(), () -> bench.verify().steps().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"clientInfo", "env", "ai", "requirement"})
  void verify_refusesDataWithTwoOfAnElement(String name) {
    bench.enforced = Set.of(UnconfirmedStep.REQUIREMENT);
    bench.signature.signedData =
        xml -> xml.replaceFirst("(<" + name + ">.*</" + name + ">)", "$1<" + name + "/>");

    Verdict verdict = bench.verify();

    assertTrue(verdict.failed().contains("REQUIREMENT"), () -> verdict.steps().toString());
  }

  @Test
  void verify_refusesACondition_whenTheCertificateHasNoPolicy() {
    SigningBench without =
        SigningBench.withUser(
            new CertificateSpec(Hierarchy.subject(SigningBench.SIGNER.digits()), Keys.USER)
                .usage(KeyUsage.digitalSignature)
                .signedWith("SHA256withRSA"));

    without.assertRefusedAt(Step.REQUIREMENT);
  }

  @Test
  void verify_onlyReportsAnotherPolicy_whereTheStepIsNotEnforced() {
    bench.enforced = Set.of(UnconfirmedStep.RELYING_PARTY);
    bench.signature.policies = "1.2.3.4.25";

    Verdict verdict = bench.verify();

    assertTrue(verdict.isVerified(), () -> verdict.steps().toString());
    assertEquals(List.of("REQUIREMENT"), verdict.reported());
  }
}
