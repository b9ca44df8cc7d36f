package com.enterprisesigning.simulator.certificate;

import java.time.Instant;

/**
 * All certificates and keys of one simulator. A simulator started with them is the same BankID
 * again.
 */
public record Certificates(TlsHierarchy tls, SignatureHierarchy signature) {
  private static final String SERVER = "server";
  private static final String RP_ISSUER = "rp-issuer";
  private static final String CLIENT = ClientCertificate.ALIAS;
  private static final String ANOTHER_CLIENT = "another-client";
  private static final String BLOCKED_CLIENT = "blocked-client";

  /** The passphrase of BankID's own public test certificate; it protects nothing. */
  private static final String CLIENT_PASSPHRASE = "qwerty123";

  /** Creates new certificates, valid around {@code now}; takes a few tenths of a second. */
  public static Certificates create(Instant now) {
    return new Certificates(TlsHierarchy.create(now), SignatureHierarchy.create(now));
  }

  /**
   * Reads the result of {@link #toPkcs12}.
   *
   * @throws IllegalArgumentException if {@code pkcs12} is something else, or the passphrase is
   *     wrong
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

  /** Returns everything, private keys included, as one PKCS#12. */
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

  /** Returns the certificate of the first relying party. */
  public ClientCertificate clientCertificate() {
    return packed(tls.client());
  }

  /** Returns the certificate of a second relying party, which cannot see the first one's orders. */
  public ClientCertificate anotherClientCertificate() {
    return packed(tls.anotherClient());
  }

  /** Returns the certificate of a relying party without access. */
  public ClientCertificate blockedClientCertificate() {
    return packed(tls.blockedClient());
  }

  /**
   * Issues a certificate for one more relying party, which cannot see the orders of the others.
   *
   * @param name what the app and the signature show
   */
  public ClientCertificate newClientCertificate(String name, Instant now) {
    return packed(tls.newClient(name, now));
  }

  private ClientCertificate packed(Identity client) {
    // Without the issuer, as in BankID's test certificate: some libraries read no other PKCS#12.
    return new ClientCertificate(
        Pkcs12.empty(CLIENT_PASSPHRASE).with(CLIENT, client).bytes(), CLIENT_PASSPHRASE);
  }
}
