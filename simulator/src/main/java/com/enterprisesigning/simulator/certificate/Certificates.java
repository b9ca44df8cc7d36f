package com.enterprisesigning.simulator.certificate;

import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * All certificates and keys of one simulator: who starts another with them starts the same BankID
 * again.
 */
public record Certificates(TlsHierarchy tls, SignatureHierarchy signature) {
  private static final String SERVER = "server";
  private static final String RP_ISSUER = "rp-issuer";
  private static final String CLIENT = ClientCertificate.ALIAS;
  private static final String ANOTHER_CLIENT = "another-client";
  private static final String BLOCKED_CLIENT = "blocked-client";

  /** The same as of BankID's own public test certificate: it protects nothing. */
  private static final String CLIENT_PASSPHRASE = "qwerty123";

  /** Makes new ones, which are valid around {@code now}; takes some tenths of a second. */
  public static Certificates create(Instant now) {
    return new Certificates(TlsHierarchy.create(now), SignatureHierarchy.create(now));
  }

  /**
   * Reads what {@link #toPkcs12} wrote.
   *
   * @throws IllegalArgumentException where that is something else, or the passphrase is wrong
   */
  public static Certificates fromPkcs12(byte[] pkcs12, String passphrase) {
    Pkcs12 store = Pkcs12.read(pkcs12, passphrase);
    return new Certificates(
        new TlsHierarchy(
            store.chain(SERVER).get(1),
            store.identity(SERVER),
            store.identity(RP_ISSUER),
            store.identity(CLIENT),
            store.identity(ANOTHER_CLIENT),
            store.identity(BLOCKED_CLIENT)),
        SignatureHierarchy.from(store));
  }

  /** Everything, private keys included, as one PKCS#12. */
  public byte[] toPkcs12(String passphrase) {
    return signature
        .into(
            Pkcs12.empty(passphrase)
                .with(SERVER, tls.server(), tls.root())
                .with(RP_ISSUER, tls.rpIssuer())
                .with(CLIENT, tls.client())
                .with(ANOTHER_CLIENT, tls.anotherClient())
                .with(BLOCKED_CLIENT, tls.blockedClient()))
        .bytes();
  }

  /** The certificate of the first relying party. */
  public ClientCertificate clientCertificate() {
    return packed(tls.client());
  }

  /** That of a second relying party, which does not see the orders of the first. */
  public ClientCertificate anotherClientCertificate() {
    return packed(tls.anotherClient());
  }

  /** That of a relying party without access. */
  public ClientCertificate blockedClientCertificate() {
    return packed(tls.blockedClient());
  }

  /**
   * A certificate of one more relying party, which does not see the orders of the others.
   *
   * @param name what the app shows, and what a signature names
   */
  public ClientCertificate newClientCertificate(String name, Instant now) {
    return packed(tls.newClient(name, now));
  }

  private ClientCertificate packed(Identity client) {
    X509Certificate issuer = tls.rpIssuer().certificate();
    return new ClientCertificate(
        Pkcs12.empty(CLIENT_PASSPHRASE).with(CLIENT, client, issuer).bytes(), CLIENT_PASSPHRASE);
  }
}
