package com.enterprisesigning.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A secret that holds one certificate and held another before. */
class StoredClientCertificatesTest implements Secrets {
  private final CertificateAuthority bank = new CertificateAuthority("Testbank A RP CA");
  private final ClientCertificate first = bank.client("first");
  private final ClientCertificate second = bank.client("second");
  private final ClientCertificates certificates =
      new StoredClientCertificates(this, Optional.of("fp-cert"));

  private String text = secret(second);
  private Optional<String> before = Optional.of(secret(first));

  @Override
  public String read(String reference) {
    return text;
  }

  @Override
  public Optional<String> previous(String reference) {
    return before;
  }

  @Test
  void current_isWhatTheSecretHolds_previousWhatItHeld() {
    assertEquals(Optional.of(second), certificates.current());
    assertEquals(Optional.of(first), certificates.previous());
  }

  @Test
  void previous_isEmpty_whenTheSecretWasNeverReplaced() {
    before = Optional.empty();

    assertEquals(Optional.empty(), certificates.previous());
  }

  @Test
  void previous_isEmpty_whenItWasNotACertificate() {
    before = Optional.of("{\"pkcs12\":\"\"}");

    assertEquals(Optional.empty(), certificates.previous());
  }

  @Test
  void current_isRefused_whenItIsNotACertificate() {
    text = "{\"pkcs12\":\"\"}";

    assertThrows(SecretUnreadable.class, certificates::current);
  }

  @Test
  void bothAreEmpty_whenNoSecretIsNamed() {
    ClientCertificates none = new StoredClientCertificates(this, Optional.empty());

    assertEquals(Optional.empty(), none.current());
    assertEquals(Optional.empty(), none.previous());
  }

  private static String secret(ClientCertificate certificate) {
    try {
      char[] passphrase = "qwerty123".toCharArray();
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "rp", certificate.key(), passphrase, certificate.chain().toArray(X509Certificate[]::new));
      ByteArrayOutputStream pkcs12 = new ByteArrayOutputStream();
      store.store(pkcs12, passphrase);
      return "{\"pkcs12\":\"%s\",\"passphrase\":\"qwerty123\"}"
          .formatted(Base64.getEncoder().encodeToString(pkcs12.toByteArray()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
