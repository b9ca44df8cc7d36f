package com.enterprisesigning.secrets;

import java.util.Optional;

/**
 * The relying party's certificates. BankID knows an order by the certificate that made it alone
 * (bankid-facts section 5), so one that was replaced is needed for as long as its orders live.
 */
public interface ClientCertificates {

  /**
   * The one to show, as it is now; empty where none is to be shown.
   *
   * @throws SecretUnreadable where it cannot be had, or is none
   */
  Optional<ClientCertificate> current();

  /**
   * The one that {@link #current()} replaced; empty where there was none, or what there was is no
   * certificate, which made no order.
   *
   * @throws SecretUnreadable where it cannot be told
   */
  Optional<ClientCertificate> previous();
}
