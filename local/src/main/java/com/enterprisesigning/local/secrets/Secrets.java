package com.enterprisesigning.local.secrets;

import com.enterprisesigning.local.token.TokenKey;
import com.enterprisesigning.local.web.Json;
import com.enterprisesigning.simulator.Simulator;
import com.enterprisesigning.simulator.certificate.ClientCertificate;
import com.enterprisesigning.simulator.timestamp.TimestampAuthority;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
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

  /** Root of the time stamps, PEM. */
  public static final String TIMESTAMP_ROOT = "local/timestamp-root";

  /** JSON {@code {"pkcs12":"<base64>","passphrase":"..."}}. */
  public static final String CLIENT_CERTIFICATE = "local/bankid-client-certificate";

  /** The secret from which person keys are derived. */
  public static final String PERSON_KEY = "local/person-key";

  /** The token issuer's key, which a joined run reads. */
  public static final String TOKEN_KEY = "local/token-key";

  public Secrets {
    values = Map.copyOf(values);
  }

  /**
   * Collects the secrets of a run, as the functions and a joined run read them.
   *
   * @param tableDirectory keeps the person key beside the table; if empty, the run gets a new key
   * @throws IOException if the directory cannot be read or written
   */
  public static Secrets of(
      Simulator simulator,
      TimestampAuthority timestamps,
      Optional<Path> tableDirectory,
      TokenKey tokenKey)
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
            TIMESTAMP_ROOT, timestamps.rootPem(),
            CLIENT_CERTIFICATE, certificateJson,
            PERSON_KEY, PersonKey.keptIn(tableDirectory),
            TOKEN_KEY, tokenKey.secret()));
  }

  @Override
  public String toString() {
    return "Secrets" + values.keySet();
  }
}
