package com.enterprisesigning.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names in the signed data are ours, and what the step does where it is not enforced. */
class RelyingPartyTest {
  private final SigningBench bench = SigningBench.genuine();

  /** The subject of BankID's public test certificate, in the order of its DER. */
  private final X500Principal testCertificate =
      new X500Principal(
          "CN=FP Testcert 4, NAME=Test av BankID, SERIALNUMBER=5566304928,"
              + " O=Testbank A AB (publ), C=SE",
          Map.of("NAME", "2.5.4.41", "SERIALNUMBER", "2.5.4.5"));

  @Test
  void verify_takesTheNameAsBankIdWritesIt() {
    bench.own = matching -> Optional.of(matching.test(testCertificate));
    bench.signature.relyingParty =
        "cn=FP Testcert 4,name=Test av BankID,serialNumber=5566304928,"
            + "o=Testbank A AB (publ),c=SE";

    assertTrue(bench.verify().isVerified(), () -> bench.verify().steps().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C=SE,O=Testbank A AB (publ),serialNumber=5566304928,name=Test av BankID,CN=FP Testcert 4",
        "CN=fp testcert 4, NAME=test av bankid, SERIALNUMBER=5566304928, O=TESTBANK A AB (publ), C=se",
        "2.5.4.3=FP Testcert 4,2.5.4.41=Test av BankID,2.5.4.5=5566304928,2.5.4.10=Testbank A AB (publ),2.5.4.6=SE",
        "cn=FP Testcert 4,name=Test  av BankID,2.5.4.5=#130a35353636333034393238,o=Testbank A AB \\28publ\\29,c=SE",
        "cn=\\46P Testcert 4,name=\"Test av BankID\",serialNumber=5566304928,o=Testbank A AB (publ),c=SE"
      })
  void verify_takesTheNameOfAnotherWriter(String name) {
    bench.own = matching -> Optional.of(matching.test(testCertificate));
    bench.signature.relyingParty = name;

    assertTrue(bench.verify().isVerified(), () -> bench.verify().steps().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cn=FP Testcert 4,name=Test av BankID,serialNumber=5566304929,o=Testbank A AB (publ),c=SE",
        "cn=FP Testcert 4,name=Test av BankID,serialNumber=5566304928,o=Testbank B AB (publ),c=SE",
        "name=Test av BankID,serialNumber=5566304928,o=Testbank A AB (publ),c=SE",
        "cn=FP Testcert 4,cn=FP Testcert 4,name=Test av BankID,serialNumber=5566304928,"
            + "o=Testbank A AB (publ),c=SE",
        "name=FP Testcert 4,cn=Test av BankID,serialNumber=5566304928,o=Testbank A AB (publ),c=SE",
        "",
        "Test av BankID",
        "unknown=1,cn=FP Testcert 4"
      })
  void verify_refusesAnotherName(String name) {
    bench.own = matching -> Optional.of(matching.test(testCertificate));
    bench.signature.relyingParty = name;

    bench.assertRefusedAt(Step.RELYING_PARTY);
  }

  @Test
  void verify_comparesNationalLetters_howeverTheyAreEscaped() {
    bench.own =
        matching -> Optional.of(matching.test(new X500Principal("C=SE, O=Län & Ö AB, CN=Lån")));
    bench.signature.relyingParty = "cn=L\\C3\\A5n,o=L\\c3\\a4n & Ö AB,c=SE";

    assertTrue(bench.verify().isVerified(), () -> bench.verify().steps().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<srvInfo>.*</srvInfo>", "<name>[^<]*</name>"})
  void verify_refusesDataThatNamesNobody(String absent) {
    bench.signature.signedData = xml -> xml.replaceFirst(absent, "");

    bench.assertRefusedAt(Step.RELYING_PARTY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(<srvInfo>.*</srvInfo>)", "(<name>[^<]*</name>)"})
  void verify_refusesDataThatNamesTwo(String twice) {
    bench.signature.signedData = xml -> xml.replaceFirst(twice, "$1$1");

    bench.assertRefusedAt(Step.RELYING_PARTY);
  }

  @Test
  void verify_onlyReportsAnotherName_whereTheStepIsNotEnforced() {
    bench.enforced = Set.of(UnconfirmedStep.REQUIREMENT);
    bench.signature.relyingParty = "cn=Another,c=SE";

    Verdict verdict = bench.verify();

    assertTrue(verdict.isVerified(), () -> verdict.steps().toString());
    assertEquals(List.of("RELYING_PARTY"), verdict.reported());
    assertEquals(List.of(), verdict.failed());
    assertEquals(Optional.of(SigningBench.SIGNED_AT), verdict.producedAt());
  }

  @Test
  void verify_rejectsWhereAnotherStepFailed_althoughTheStepIsNotEnforced() {
    bench.enforced = Set.of();

    Verdict verdict = bench.verify(bench.completion("", bench.completion().ocspResponse()));

    assertFalse(verdict.isVerified());
    assertEquals(List.of(), verdict.reported());
    assertTrue(verdict.failed().containsAll(List.of("XML_SIGNATURE", "RELYING_PARTY")));
  }

  @Test
  void verify_onlyReports_whenOurOwnCertificateCannotBeRead() {
    bench.own = matching -> Optional.empty();

    Verdict verdict = bench.verify();

    assertTrue(verdict.isVerified(), () -> verdict.steps().toString());
    assertEquals(List.of("RELYING_PARTY"), verdict.reported());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cn=FP Testcert 4,o=Testbank A AB (publ),c=SE | Testbank A AB (publ)",
        "cn=Lån,o=Lån\\, hus & hem AB,c=SE | Lån, hus & hem AB",
        "cn=FP Testcert 4,c=SE |",
        "o=Testbank A AB,o=Testbank B AB |",
        "Testbank A AB |",
        "'' |"
      })
  void organization_isTheCompanyOfTheName(String name, String organization) {
    bench.signature.relyingParty = name;

    NamedRelyingParty named = NamedRelyingParty.in(bench.completion()).orElseThrow();

    assertEquals(new NamedRelyingParty(name), named);
    assertEquals(Optional.ofNullable(organization), named.organization());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no base64!", "PGE+PC9hPg=="})
  void nobody_isNamed_ifTheSignatureCannotBeRead(String signature) {
    assertEquals(
        Optional.empty(),
        NamedRelyingParty.in(bench.completion(signature, bench.completion().ocspResponse())));
  }
}
