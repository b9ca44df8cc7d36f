package com.enterprisesigning.bankid;

import java.util.Optional;

/**
 * What BankID hands out once for a completed order. Its text shows nothing of it.
 *
 * @param raw BankID's answer as it came, JSON; the evidence keeps it whole. Empty where it was too
 *     large to be kept
 * @param signature base64 of the XML signature, as it came
 * @param ocspResponse base64 of the DER, as it came
 */
public record Completion(
    String raw,
    String orderRef,
    Signer user,
    Device device,
    String signature,
    String ocspResponse) {

  /** Who signed, as BankID says. */
  public record Signer(String personalNumber, String name, String givenName, String surname) {
    @Override
    public String toString() {
      return "Signer[secret]";
    }
  }

  /** The device that was signed on. */
  public record Device(String ipAddress, Optional<String> uhi) {}

  @Override
  public String toString() {
    return "Completion[secret]";
  }
}
