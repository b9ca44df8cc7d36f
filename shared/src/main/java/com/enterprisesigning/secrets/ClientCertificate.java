package com.enterprisesigning.secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * The certificate that the relying party shows to BankID, with its key. Its {@code toString}
 * reveals nothing. An expired certificate is still used, because BankID decides whether to refuse
 * it; {@link #notAfter()} gives warning.
 *
 * @param chain begins with the certificate itself
 */
public record ClientCertificate(PrivateKey key, List<X509Certificate> chain) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String WHAT_TO_DO =
      "Store {\"pkcs12\":\"<base64 of the .p12 file>\",\"passphrase\":\"...\"} there.";

  public ClientCertificate {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("a client certificate must have at least one certificate");
    }
  }

  /**
   * Parses <code>{"pkcs12":"&lt;base64&gt;","passphrase":"..."}</code>.
   *
   * @param reference the source of {@code json}, for error messages
   * @throws SecretUnreadable if it is anything else, or the passphrase is wrong
   */
  public static ClientCertificate parse(String reference, String json) {
    JsonNode content = content(reference, json);
    Pkcs12 read =
        Pkcs12.read(
            reference,
            pkcs12(reference, text(reference, content, "pkcs12")),
            text(reference, content, "passphrase").toCharArray());
    return new ClientCertificate(read.key(), read.chain());
  }

  /** Returns when the certificate expires. */
  public Instant notAfter() {
    return chain.getFirst().getNotAfter().toInstant();
  }

  @Override
  public String toString() {
    return "ClientCertificate[secret]";
  }

  /** The exception has no cause, because the parser quotes what it could not read. */
  private static JsonNode content(String reference, String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new SecretUnreadable(reference, "it is not JSON.", WHAT_TO_DO);
    }
  }

  private static String text(String reference, JsonNode content, String member) {
    JsonNode value = content.path(member);
    if (!value.isTextual()) {
      throw new SecretUnreadable(
          reference, "it has no string member \"" + member + "\".", WHAT_TO_DO);
    }
    return value.textValue();
  }

  private static byte[] pkcs12(String reference, String base64) {
    try {
      return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw new SecretUnreadable(reference, "\"pkcs12\" is not base64.", WHAT_TO_DO);
    }
  }
}
