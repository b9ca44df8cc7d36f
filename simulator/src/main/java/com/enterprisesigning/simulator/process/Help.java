package com.enterprisesigning.simulator.process;

/** What {@code --help} prints. */
final class Help {
  static final String TEXT =
      """
      A BankID that is not BankID: /rp/v6.0 over mutual TLS on 127.0.0.1, and a phone to play
      under /sandbox. Settings come from the environment:

        PORT              8443; 0 takes any free port
        CERTIFICATES_DIR  simulator-certificates: where the certificates are written. A later run
                          takes the same ones from there
        SPEED             1; from 2 to 100: lifetimes and scripted steps are so many times as
                          short. t of the QR code still counts real seconds
        SECOND_ORDER      ENDS_BOTH: an order for a person who has one ends both, as BankID
                          documents it. RUNS_BESIDE: both run
        CALL_LIMIT        none; so many calls of one client certificate are answered in ten
                          seconds, and the others with 429

      It stops at Ctrl-C and SIGTERM. docs/simulator.md has the calls, for curl, Node and Python.
      """;

  private Help() {}
}
