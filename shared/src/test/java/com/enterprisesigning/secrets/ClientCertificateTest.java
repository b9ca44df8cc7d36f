package com.enterprisesigning.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientCertificateTest {
  private static final Instant NOT_AFTER = Instant.parse("2029-05-28T00:00:00Z");

  private final CertificateAuthority bank = new CertificateAuthority("Testbank A RP CA");
  private final ClientCertificate issued = bank.client("FP Testcert 5", NOT_AFTER);

  @Test
  void reads_todaysPkcs12() throws Exception {
    ClientCertificate read = parse(pkcs12(KeyStore.getInstance("PKCS12"), "qwerty123"));

    assertEquals(issued, read);
    assertEquals(NOT_AFTER, read.notAfter());
  }

  @Test
  void reads_yesterdaysPkcs12_ofRc2AndTripleDes() throws Exception {
    KeyStore old = KeyStore.getInstance("PKCS12-3DES-40RC2", new BouncyCastleProvider());

    assertEquals(issued, parse(pkcs12(old, "qwerty123")));
  }

  @Test
  void reads_anExpiredOne_andSaysSo() throws Exception {
    Instant yesterday = Instant.parse("2026-01-01T00:00:00Z");
    ClientCertificate expired = bank.client("FP Testcert 4", yesterday);

    byte[] pkcs12 = pkcs12(KeyStore.getInstance("PKCS12"), expired, "qwerty123");

    assertEquals(yesterday, parse(pkcs12).notAfter());
  }

  @Test
  void refuses_aWrongPassphrase_withoutShowingIt() throws Exception {
    byte[] pkcs12 = pkcs12(KeyStore.getInstance("PKCS12"), "another");

    SecretUnreadable refused = assertThrows(SecretUnreadable.class, () -> parse(pkcs12));

    assertEquals(
        "Secret fp-cert: the passphrase does not open the PKCS#12 file. Store the passphrase that"
            + " the file was exported with.",
        refused.getMessage());
  }

  @Test
  void refuses_aStoreWithoutAKey() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("root", bank.root().certificate());

    SecretUnreadable refused =
        assertThrows(SecretUnreadable.class, () -> parse(bytes(store, "qwerty123")));

    assertTrue(refused.getMessage().contains("holds 0 keys"), refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "hunter2-not-json                                | it is not JSON",
        "{\"pkcs12\":\"hunter2                            | it is not JSON",
        "[]                                              | no string member \"pkcs12\"",
        "{\"passphrase\":\"hunter2\"}                      | no string member \"pkcs12\"",
        "{\"pkcs12\":\"AAAA\"}                             | no string member \"passphrase\"",
        "{\"pkcs12\":\"AAAA\",\"passphrase\":7}             | no string member \"passphrase\"",
        "{\"pkcs12\":\"hunter2!\",\"passphrase\":\"hunter2\"} | is not base64",
        "{\"pkcs12\":\"AAAA\",\"passphrase\":\"hunter2\"}     | is not a PKCS#12 file",
      })
  void refuses_anyOtherContent_namingTheReferenceButNotTheContent(String json, String problem) {
    SecretUnreadable refused =
        assertThrows(SecretUnreadable.class, () -> ClientCertificate.parse("fp-cert", json));

    assertTrue(refused.getMessage().startsWith("Secret fp-cert: "), refused.getMessage());
    assertTrue(refused.getMessage().contains(problem), refused.getMessage());
    for (Throwable shown = refused; shown != null; shown = shown.getCause()) {
      assertFalse(String.valueOf(shown.getMessage()).contains("hunter2"), shown.getMessage());
    }
  }

  private static ClientCertificate parse(byte[] pkcs12) {
    return ClientCertificate.parse(
        "fp-cert",
        "{\"pkcs12\":\"%s\",\"passphrase\":\"qwerty123\"}"
            .formatted(Base64.getEncoder().encodeToString(pkcs12)));
  }

  private byte[] pkcs12(KeyStore store, String passphrase) throws Exception {
    return pkcs12(store, issued, passphrase);
  }

  private static byte[] pkcs12(KeyStore store, ClientCertificate content, String passphrase)
      throws Exception {
    store.load(null, null);
    store.setKeyEntry(
        "fp",
        content.key(),
        passphrase.toCharArray(),
        content.chain().toArray(X509Certificate[]::new));
    return bytes(store, passphrase);
  }

  private static byte[] bytes(KeyStore store, String passphrase) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    store.store(bytes, passphrase.toCharArray());
    return bytes.toByteArray();
  }
}
