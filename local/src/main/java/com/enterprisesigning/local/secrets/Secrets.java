package com.enterprisesigning.local.secrets;

import com.enterprisesigning.local.token.TokenKey;
import com.enterprisesigning.local.web.Json;
import com.enterprisesigning.simulator.Simulator;
import com.enterprisesigning.simulator.certificate.ClientCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The secrets of a local run by name. {@link #toString} shows only the names.
 *
 * @param values secret texts by name
 */
public record Secrets(Map<String, String> values) {
  /** Root of the simulator's TLS certificate, PEM. */
  public static final String TLS_ROOT = "local/bankid-tls-root";

  /** Root of the simulator's signatures, PEM. */
  public static final String SIGNATURE_ROOT = "local/bankid-signature-root";

  /** JSON {@code {"pkcs12":"<base64>","passphrase":"..."}}. */
  public static final String CLIENT_CERTIFICATE = "local/bankid-client-certificate";

  /** The secret from which person keys are derived. */
  public static final String PERSON_KEY = "local/person-key";

  /** The token issuer's key, which a joined run reads. */
  public static final String TOKEN_KEY = "local/token-key";

  private static final String PERSON_KEY_FILE = "person-key";
  private static final int PERSON_KEY_BYTES = 32;

  public Secrets {
    values = Map.copyOf(values);
  }

  /**
   * Collects the secrets of a run, as the functions and a joined run read them.
   *
   * @param tableDirectory keeps the person key beside the table; if empty, the run gets a new key
   * @throws IOException if the directory cannot be read or written
   */
  public static Secrets of(Simulator simulator, Optional<Path> tableDirectory, TokenKey tokenKey)
      throws IOException {
    ClientCertificate certificate = simulator.clientCertificate();
    String certificateJson =
        Json.object()
            .put("pkcs12", Base64.getEncoder().encodeToString(certificate.pkcs12()))
            .put("passphrase", certificate.passphrase())
            .toString();
    return new Secrets(
        Map.of(
            TLS_ROOT, simulator.tlsRootPem(),
            SIGNATURE_ROOT, simulator.signatureRootPem(),
            CLIENT_CERTIFICATE, certificateJson,
            PERSON_KEY, personKey(tableDirectory),
            TOKEN_KEY, tokenKey.secret()));
  }

  /**
   * Returns the secret from which person keys are derived. It is kept as long as the table, because
   * with a new secret a person would have two guards.
   */
  private static String personKey(Optional<Path> tableDirectory) throws IOException {
    byte[] random = new byte[PERSON_KEY_BYTES];
    new SecureRandom().nextBytes(random);
    String fresh = HexFormat.of().formatHex(random);
    if (tableDirectory.isEmpty()) {
      return fresh;
    }
    Path file = tableDirectory.get().resolve(PERSON_KEY_FILE);
    if (!Files.exists(file)) {
      Files.writeString(file, fresh);
    }
    return Files.readString(file);
  }

  @Override
  public String toString() {
    return "Secrets" + values.keySet();
  }
}
