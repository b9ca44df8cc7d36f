package com.enterprisesigning.local.secrets;

import java.util.Map;

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

  /** The secret that person keys are made with. */
  public static final String PERSON_KEY = "local/person-key";

  /** The token issuer's key, for a second gateway. */
  public static final String TOKEN_KEY = "local/token-key";

  public Secrets {
    values = Map.copyOf(values);
  }

  @Override
  public String toString() {
    return "Secrets" + values.keySet();
  }
}
