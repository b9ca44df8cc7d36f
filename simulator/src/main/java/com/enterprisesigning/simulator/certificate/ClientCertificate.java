package com.enterprisesigning.simulator.certificate;

/**
 * The certificate that a relying party presents to the simulator, with its key. {@code toString}
 * shows nothing.
 *
 * @param pkcs12 one key with its certificate, without issuers
 * @param passphrase opens it
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, and never compared
public record ClientCertificate(byte[] pkcs12, String passphrase) {
  static final String ALIAS = "client";

  public ClientCertificate {
    pkcs12 = pkcs12.clone();
  }

  @Override
  public byte[] pkcs12() {
    return pkcs12.clone();
  }

  /** Returns the certificate as PEM, for clients that cannot read PKCS#12. */
  public String certificatePem() {
    return Pem.of(identity().certificate());
  }

  /** Returns the key as PEM: PKCS#8, unencrypted. */
  public String keyPem() {
    return Pem.of(identity().key());
  }

  private Identity identity() {
    return Pkcs12.read(pkcs12, passphrase).identity(ALIAS);
  }

  @Override
  public String toString() {
    return "ClientCertificate[hidden]";
  }
}
