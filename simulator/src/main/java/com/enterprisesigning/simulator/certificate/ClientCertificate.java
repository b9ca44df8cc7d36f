package com.enterprisesigning.simulator.certificate;

/**
 * What a relying party presents to the simulator; its text shows nothing.
 *
 * @param pkcs12 one key with its chain
 * @param passphrase opens it
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, and never compared
public record ClientCertificate(byte[] pkcs12, String passphrase) {

  public ClientCertificate {
    pkcs12 = pkcs12.clone();
  }

  @Override
  public byte[] pkcs12() {
    return pkcs12.clone();
  }

  @Override
  public String toString() {
    return "ClientCertificate[hidden]";
  }
}
