package com.enterprisesigning.bankid.client;

import java.net.http.HttpHeaders;

/** What became of one request. */
sealed interface Reply {

  /** BankID answered. */
  record Answer(int status, HttpHeaders headers, String body) implements Reply {
    @Override
    public String toString() {
      return "Answer[" + status + "]";
    }
  }

  /** No whole answer came. */
  sealed interface Unanswered extends Reply {
    /** The name of an exception, or what kept the request back. */
    String cause();
  }

  /** BankID never saw the request. */
  record NotSent(String cause) implements Unanswered {}

  /** One side did not take the other's certificate: BankID never saw the request. */
  record HandshakeRefused(String cause) implements Unanswered {}

  /** The connection failed; the request may have reached BankID. */
  record Broken(String cause) implements Unanswered {}

  /** The connection stood, and the time was up. */
  record Silence(String cause) implements Unanswered {}
}
