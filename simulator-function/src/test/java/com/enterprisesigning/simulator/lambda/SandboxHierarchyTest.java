package com.enterprisesigning.simulator.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.simulator.certificate.SignatureHierarchy;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SandboxHierarchyTest {
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
    Stream.of(SandboxHierarchy.read(), SandboxHierarchy.read().counterfeit())
        .flatMap(SandboxHierarchyTest::certificates)
        .map(certificate -> certificate.getSubjectX500Principal().getName())
        .forEach(name -> assertTrue(name.contains("SANDBOX NOT BANKID"), name));
  }

  @Test
  void everyCertificate_isValidForDecades() {
    certificates(SandboxHierarchy.read())
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
    X509Certificate genuine = SandboxHierarchy.read().root();
    X509Certificate counterfeit = SandboxHierarchy.read().counterfeit().root();

    assertEquals(genuine.getSubjectX500Principal(), counterfeit.getSubjectX500Principal());
    assertNotEquals(genuine.getPublicKey(), counterfeit.getPublicKey());
  }
}
