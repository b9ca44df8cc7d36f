package com.enterprisesigning.domain;

import java.util.Optional;

/**
 * What BankID hands out once for a completed order. Its {@code toString} reveals nothing.
 *
 * @param raw BankID's answer as received, JSON; kept whole as evidence. Empty if it was too large
 *     to keep
 * @param signature base64 of the XML signature, as received
 * @param ocspResponse base64 of the DER, as received
 */
public record Completion(
    String raw,
    String orderRef,
    Signer user,
    Device device,
    String signature,
    String ocspResponse) {

  /** The person who signed, according to BankID. */
  public record Signer(String personalNumber, String name, String givenName, String surname) {
    @Override
    public String toString() {
      return "Signer[secret]";
    }
  }

  /** The device used to sign. */
  public record Device(String ipAddress, Optional<String> uhi) {}

  /** Adds all that BankID handed out. */
  public Digest addTo(Digest digest) {
    return digest
        .add(raw)
        .add(orderRef)
        .add(user.personalNumber)
        .add(user.name)
        .add(user.givenName)
        .add(user.surname)
        .add(device.ipAddress)
        .add(device.uhi)
        .add(signature)
        .add(ocspResponse);
  }

  @Override
  public String toString() {
    return "Completion[secret]";
  }
}
