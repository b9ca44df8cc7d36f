package com.enterprisesigning.secrets;

import java.util.Optional;

/**
 * The relying party's certificates. BankID recognizes an order only by the certificate that created
 * it ({@code docs/bankid.md#tls-and-certificates}). So a replaced certificate is needed for as long
 * as its orders live.
 */
public interface ClientCertificates {

  /**
   * Reads the certificate to show; empty if none is to be shown.
   *
   * @throws SecretUnreadable if it cannot be read, or is not a certificate
   */
  Optional<ClientCertificate> current();

  /**
   * Reads the certificate that {@link #current()} replaced. Empty if there was none, or if the
   * replaced secret is not a certificate and therefore never created an order.
   *
   * @throws SecretUnreadable if this cannot be determined
   */
  Optional<ClientCertificate> previous();
}
