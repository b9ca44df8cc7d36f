package com.enterprisesigning.bankid.client;

import java.time.Instant;

/** What an operator wants to read of the traffic with BankID. Carries nothing personal. */
public sealed interface BankIdEvent {

  /**
   * BankID gave a hint that callers see as UNKNOWN: the contract does not list it, or not with this
   * status.
   *
   * @param status BankID's {@code pending} or {@code failed}
   * @param hint as BankID wrote it; {@code absent} or {@code malformed} where it is no word
   */
  record UnlistedHint(String status, String hint) implements BankIdEvent {}

  /**
   * A call that came to a fault.
   *
   * @param call the path, such as {@code /phone/sign}
   * @param cause {@code HTTP 503}, or the name of the exception
   */
  record Fault(String call, String cause) implements BankIdEvent {}

  /** The client certificate was read; from {@code notAfter} on BankID will refuse it. */
  record CertificateLoaded(Instant notAfter) implements BankIdEvent {}

  /**
   * The client certificate could not be read. The one in use goes on; where there is none yet,
   * BankID is not called.
   */
  record CertificateNotLoaded(String problem) implements BankIdEvent {}
}
