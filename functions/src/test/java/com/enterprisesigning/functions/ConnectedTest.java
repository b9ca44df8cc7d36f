package com.enterprisesigning.functions;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.secrets.SecretUnreadable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;

/** A function that calls BankID starts only with the signature root of its environment. */
class ConnectedTest {
  @TempDir private Path directory;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void bothRootsAreSomeCasThatIsNotBankIds() throws Exception {
    Path root = Files.writeString(directory.resolve("root.pem"), pem(someRoot()));
    environment.putAll(
        Map.of(
            "TABLE_NAME", "signing",
            "BANKID_URL", "https://127.0.0.1:8443/rp/v6.0",
            "BANKID_TLS_ROOT", root.toUri().toString(),
            "BANKID_SIGNATURE_ROOT", root.toUri().toString(),
            "PERSON_KEY_SECRET", "person-key",
            "FOLLOW_UP_QUEUE_URL", "https://sqs.eu-north-1.amazonaws.com/123456789012/follow-up",
            "AWS_REGION", "eu-north-1"));
  }

  @ParameterizedTest
  @CsvSource({
    "test,       4A:F7:A3:6A:08:DA:08:38:17:19:53:28:C8:DA:A6:D6:34:D8:5A:BA",
    "production, 67:8A:BA:B2:EA:48:1C:7A:F5:3B:68:37:27:72:06:EB:91:63:CB:53"
  })
  void function_refusesToStart_withoutTheRootOfItsEnvironment(String name, String keyIdentifier) {
    Application application = application(name);

    String refusal =
        assertThrows(IllegalArgumentException.class, application::connected).getMessage();

    assertTrue(refusal.contains("BANKID_SIGNATURE_ROOT"), refusal);
    assertTrue(refusal.contains(keyIdentifier), refusal);
  }

  @Test
  void function_refusesToStart_whenARootIsNotThere() {
    environment.put("BANKID_SIGNATURE_ROOT", directory.resolve("none.pem").toUri().toString());

    assertThrows(SecretUnreadable.class, application("production")::connected);
  }

  @Test
  void sandbox_startsWithAnyOtherRoot() {
    assertDoesNotThrow(application("sandbox")::connected);
  }

  private Application application(String name) {
    environment.put("ENVIRONMENT", name);
    return Application.from(
        Settings.from(environment), AnonymousCredentialsProvider.create(), Clock.systemUTC());
  }

  private static X509Certificate someRoot() throws Exception {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    return Arrays.stream(((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers())
        .filter(ca -> ca.getIssuerX500Principal().equals(ca.getSubjectX500Principal()))
        .findFirst()
        .orElseThrow();
  }

  private static String pem(X509Certificate certificate) throws Exception {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }
}
