package com.enterprisesigning.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.evidence.SignatureRoots;
import com.enterprisesigning.secrets.RootCertificate;
import com.enterprisesigning.secrets.SecretReferences;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * The roots of a sandbox stack, which are resources in the functions' jar. See {@code
 * docs/architecture.md#the-simulator}.
 */
class SandboxRootsTest {
  private static final String DIRECTORY = "classpath:com/enterprisesigning/sandbox/";
  private static final String SIGNATURE_ROOT = read("signature-root.pem");

  private static String read(String name) {
    return new SecretReferences(
            () -> {
              throw new IllegalStateException("a resource needs no Secrets Manager");
            })
        .read(DIRECTORY + name);
  }

  private static void assertRefused(Function<String, SignatureRoots> environment) {
    assertThrows(IllegalArgumentException.class, () -> environment.apply(SIGNATURE_ROOT));
  }

  @Test
  void theTlsRoot_isAmazonRootCa1() throws Exception {
    X509Certificate root = RootCertificate.parse("tls-root", read("tls-root.pem")).certificate();

    assertEquals(
        "8ecde6884f3d87b1125ba31ac3fcb13d7016de7f57cc904fe1cb97c6ae98196e",
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(root.getEncoded())));
  }

  @Test
  void theSignatureRoot_saysThatItIsNotBankId() {
    String name =
        SignatureRoots.forSandbox(SIGNATURE_ROOT)
            .certificates()
            .iterator()
            .next()
            .getSubjectX500Principal()
            .getName();

    assertTrue(name.contains("SANDBOX NOT BANKID"), name);
  }

  @Test
  void theSignatureRoot_isRefusedByTest() {
    assertRefused(SignatureRoots::forTest);
  }

  @Test
  void theSignatureRoot_isRefusedByProduction() {
    assertRefused(SignatureRoots::forProduction);
  }
}
