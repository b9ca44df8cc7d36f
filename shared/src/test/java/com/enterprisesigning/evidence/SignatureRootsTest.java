package com.enterprisesigning.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureRootsTest {
  private static final X509Certificate ROOT = Hierarchy.GENUINE.root().certificate();
  private static final String OTHER = pem(ROOT);

  private static String pem(X509Certificate certificate) {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<Function<String, SignatureRoots>> environments() {
    return Stream.of(
        SignatureRoots::forSandbox, SignatureRoots::forTest, SignatureRoots::forProduction);
  }

  private static String refusal(Function<String, SignatureRoots> environment, String pem) {
    return assertThrows(IllegalArgumentException.class, () -> environment.apply(pem)).getMessage();
  }

  @Test
  void keyIdentifier_isTheSha1OfTheKey() throws Exception {
    byte[] expected =
        new JcaX509ExtensionUtils()
            .createSubjectKeyIdentifier(ROOT.getPublicKey())
            .getKeyIdentifier();

    assertEquals(
        HexFormat.ofDelimiter(":").withUpperCase().formatHex(expected),
        SignatureRoots.keyIdentifier(ROOT));
  }

  @Test
  void anEnvironment_takesItsOwnRoot() {
    String wanted = SignatureRoots.keyIdentifier(ROOT);

    assertEquals(1, SignatureRoots.only(wanted, "test", OTHER).certificates().size());
    assertEquals(1, SignatureRoots.forSandbox(OTHER).certificates().size());
  }

  @Test
  void anEnvironment_refusesAnotherRoot_evenBesideTheRightOne() {
    String wanted = SignatureRoots.keyIdentifier(ROOT);
    String stranger =
        pem(CertificateSpec.authority(Hierarchy.ROOT, Keys.STRANGER).selfIssued().certificate());

    refusal(pem -> SignatureRoots.only(wanted, "test", pem), stranger);
    refusal(pem -> SignatureRoots.only(wanted, "test", pem), OTHER + stranger);
  }

  @Test
  void production_refusesAnyOtherRoot_andSaysWhichIsWanted() {
    String refusal = refusal(SignatureRoots::forProduction, OTHER);

    assertTrue(refusal.contains("BANKID_SIGNATURE_ROOT"));
    assertTrue(refusal.contains(SignatureRoots.keyIdentifier(ROOT)));
    assertTrue(refusal.contains(SignatureRoots.PRODUCTION_KEY_IDENTIFIER));
  }

  @Test
  void test_refusesAnyOtherRoot() {
    refusal(SignatureRoots::forTest, OTHER);
  }

  @Test
  void test_refusesARootThatOnlyClaimsTheKeyIdentifier() {
    byte[] claimed = HexFormat.ofDelimiter(":").parseHex(SignatureRoots.TEST_KEY_IDENTIFIER);
    X509Certificate impostor =
        CertificateSpec.authority(Hierarchy.ROOT, Keys.STRANGER)
            .with(Extension.subjectKeyIdentifier, new SubjectKeyIdentifier(claimed))
            .selfIssued()
            .certificate();

    refusal(SignatureRoots::forTest, pem(impostor));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END"})
  void everyEnvironment_refusesATextThatIsNotACertificate(String text) {
    environments().forEach(environment -> refusal(environment, text));
  }

  @ParameterizedTest
  @MethodSource("environments")
  void everyEnvironment_refusesACertificateThatIsNotARoot(
      Function<String, SignatureRoots> environment) {
    refusal(environment, pem(Hierarchy.GENUINE.bankCa().certificate()));
    refusal(environment, pem(Hierarchy.GENUINE.responder().certificate()));
  }
}
