package com.enterprisesigning.bankid.client;

import java.time.Instant;

/** What an operator wants to know about the traffic with BankID. Contains no personal data. */
public sealed interface BankIdEvent {

  /**
   * BankID gave a hint that callers see as UNKNOWN: the contract does not list the hint, or lists
   * it only for the other status.
   *
   * @param status BankID's {@code pending} or {@code failed}
   * @param hint as BankID wrote it; {@code absent} if there is none, {@code malformed} if it is not
   *     a single word
   */
  record UnlistedHint(String status, String hint) implements BankIdEvent {}

  /**
   * A call without a usable answer.
   *
   * @param call the path, such as {@code /phone/sign}
   * @param cause {@code HTTP 200}, the name of an exception, or why the request was not sent
   */
  record Fault(String call, String cause) implements BankIdEvent {}

  /**
   * BankID answered with an error that is not an outcome of the order.
   *
   * @param call the path, such as {@code /phone/sign}
   * @param errorCode BankID's code as BankID wrote it; {@code absent} if there is none, {@code
   *     malformed} if it is not a single word
   * @param details BankID's text, without the words that the request contained; empty if there is
   *     none
   * @param isRefusal whether BankID would refuse the same request again
   */
  record ErrorAnswer(String call, int status, String errorCode, String details, boolean isRefusal)
      implements BankIdEvent {}

  /**
   * The connection failed, or its handshake hung, before anything was sent. The request is sent
   * once more on a new connection.
   *
   * @param call the path, such as {@code /phone/sign}
   * @param cause the name of an exception
   */
  record SentAgain(String call, String cause) implements BankIdEvent {}

  /**
   * The last byte of an answer has arrived, and nothing of it has been read.
   *
   * @param call the path, such as {@code /collect}
   */
  record Arrived(String call) implements BankIdEvent {}

  /** The client certificate was read. BankID will refuse it after {@code notAfter}. */
  record CertificateLoaded(Instant notAfter) implements BankIdEvent {}

  /**
   * The client certificate could not be read. The current one stays in use; if there is none yet,
   * BankID is not called.
   */
  record CertificateNotLoaded(String problem) implements BankIdEvent {}
}
