package com.enterprisesigning.simulator.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.simulator.certificate.SignatureHierarchy;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SandboxHierarchiesTest {
  private static Stream<X509Certificate> certificates(SignatureHierarchy hierarchy) {
    return Stream.of(
        hierarchy.root(),
        hierarchy.bankCa(),
        hierarchy.customerCa().certificate(),
        hierarchy.ocspResponder().certificate(),
        hierarchy.userKey().certificate());
  }

  @Test
  void everyName_saysThatItIsNotBankId() {
    Stream.of(SandboxHierarchies.genuine(), SandboxHierarchies.counterfeit())
        .flatMap(SandboxHierarchiesTest::certificates)
        .map(certificate -> certificate.getSubjectX500Principal().getName())
        .forEach(name -> assertTrue(name.contains("SANDBOX NOT BANKID"), name));
  }

  @Test
  void everyCertificate_isValidForDecades() {
    certificates(SandboxHierarchies.genuine())
        .forEach(certificate ->
            assertTrue(
                certificate
                    .getNotAfter()
                    .toInstant()
                    .isAfter(Instant.parse("2050-01-01T00:00:00Z")),
                certificate::toString));
  }

  @Test
  void theCounterfeit_hasTheSameNamesAndAnotherKey() {
    X509Certificate genuine = SandboxHierarchies.genuine().root();
    X509Certificate counterfeit = SandboxHierarchies.counterfeit().root();

    assertEquals(genuine.getSubjectX500Principal(), counterfeit.getSubjectX500Principal());
    assertNotEquals(genuine.getPublicKey(), counterfeit.getPublicKey());
  }
}
