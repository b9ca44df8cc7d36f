package com.enterprisesigning.simulator.process;

/** What {@code --help} prints. */
final class Help {
  static final String TEXT =
      """
      Simulates BankID: /rp/v6.0 over mutual TLS on 127.0.0.1, and a phone that you play under
      /sandbox. Settings come from environment variables:

        PORT              8443; 0 takes any free port
        CERTIFICATES_DIR  simulator-certificates: the directory for the certificates. A later
                          run uses the same certificates
        SPEED             1; from 2 to 100: lifetimes and scripted steps are that many times
                          shorter. t of the QR code still counts real seconds
        SECOND_ORDER      ENDS_BOTH: a second order for a person ends both orders, as BankID
                          documents it. RUNS_BESIDE: both orders run
        CALL_LIMIT        none; a number: that many calls of one client certificate are answered
                          in ten seconds, and further calls get 429

      Ctrl-C or SIGTERM stops it. docs/simulator.md shows the calls with curl, Node and Python.
      """;

  private Help() {}
}
