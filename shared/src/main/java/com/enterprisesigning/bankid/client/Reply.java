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

  /** BankID never saw the request, or refused the connection that it came on. */
  record NotSent(String cause) implements Reply {}

  /** The request may have reached BankID; no whole answer came. */
  record Silence(String cause) implements Reply {}
}
