package com.enterprisesigning.bankid.client;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.secrets.CertificateAuthority;
import com.enterprisesigning.secrets.ClientCertificate;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The real client against a {@link RawServer}. */
final class RawFixture {
  static final Duration PATIENCE = Duration.ofMillis(300);

  private static final CertificateAuthority SERVER_ROOT = new CertificateAuthority("SSL Root CA");
  private static final CertificateAuthority CLIENT_ROOT = new CertificateAuthority("RP CA");
  private static final ClientCertificate SERVER = SERVER_ROOT.server("127.0.0.1");
  private static final ClientCertificate CLIENT = CLIENT_ROOT.client("FP Testcert 5");

  private RawFixture() {}

  static RawServer server() throws IOException {
    return RawServer.overTls(SERVER, CLIENT_ROOT.root());
  }

  /** Returns a client that waits for {@link #PATIENCE}, with its own connection. */
  static BankId impatientClient(URI url) {
    return client(url, PATIENCE);
  }

  /** Returns a client that waits longer than any complete answer takes. */
  static BankId patientClient(URI url) {
    return client(url, Duration.ofSeconds(20));
  }

  private static BankId client(URI url, Duration patience) {
    return new BankIdClient(
        url,
        SERVER_ROOT.root(),
        Fixture.neverRotated(() -> Optional.of(CLIENT)),
        event -> {},
        Clock.systemUTC(),
        new Timeouts(patience, patience, patience));
  }
}
