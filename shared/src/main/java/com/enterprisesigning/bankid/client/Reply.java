package com.enterprisesigning.bankid.client;

import java.net.http.HttpHeaders;

/** The outcome of one request. */
sealed interface Reply {

  /** BankID answered. */
  record Answer(int status, HttpHeaders headers, String body) implements Reply {
    @Override
    public String toString() {
      return "Answer[" + status + "]";
    }
  }

  /** No complete answer came. */
  sealed interface Unanswered extends Reply {
    /** The name of an exception, or the reason why the request was not sent. */
    String cause();
  }

  /** BankID never saw the request. */
  record NotSent(String cause) implements Unanswered {}

  /** One side refused the other's certificate: BankID never saw the request. */
  record HandshakeRefused(String cause) implements Unanswered {}

  /** The connection failed; the request may have reached BankID. */
  record Broken(String cause) implements Unanswered {}

  /** The time ran out, or the wait was interrupted; the request may have reached BankID. */
  record Silence(String cause) implements Unanswered {}
}
