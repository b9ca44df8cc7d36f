package com.enterprisesigning.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RootCertificateTest {
  private final CertificateAuthority authority = new CertificateAuthority("Root");

  @Test
  void reads_onePemCertificate() throws Exception {
    assertEquals(authority.root(), RootCertificate.parse("root", authority.pem()));
  }

  @Test
  void refuses_two_soThatExactlyOneIsTrusted() throws Exception {
    String two = authority.pem() + new CertificateAuthority("Other").pem();

    assertTrue(refusalOf(two).contains("holds 2 certificates"));
  }

  @Test
  void refuses_aTextThatIsNotACertificate() {
    String refusal = refusalOf("no certificate");

    assertTrue(refusal.startsWith("Secret root: "), refusal);
    assertTrue(refusal.contains("PEM"), refusal);
  }

  private static String refusalOf(String pem) {
    return assertThrows(SecretUnreadable.class, () -> RootCertificate.parse("root", pem))
        .getMessage();
  }
}
