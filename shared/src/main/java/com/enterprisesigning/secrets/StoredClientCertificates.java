package com.enterprisesigning.secrets;

import java.util.Optional;

/**
 * The current and the previous certificate of a secret, each parsed by {@link
 * ClientCertificate#parse}.
 *
 * @param reference names the secret; empty if no certificate is shown
 */
public record StoredClientCertificates(Secrets secrets, Optional<String> reference)
    implements ClientCertificates {

  @Override
  public Optional<ClientCertificate> current() {
    return reference.map(it -> ClientCertificate.parse(it, secrets.read(it)));
  }

  @Override
  public Optional<ClientCertificate> previous() {
    return reference.flatMap(it -> secrets.previous(it).flatMap(json -> readable(it, json)));
  }

  private static Optional<ClientCertificate> readable(String reference, String json) {
    try {
      return Optional.of(ClientCertificate.parse(reference, json));
    } catch (SecretUnreadable e) {
      return Optional.empty();
    }
  }
}
