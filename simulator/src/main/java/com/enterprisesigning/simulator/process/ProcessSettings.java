package com.enterprisesigning.simulator.process;

import com.enterprisesigning.simulator.SimulatorSettings;
import com.enterprisesigning.simulator.certificate.Certificates;
import com.enterprisesigning.simulator.order.SecondOrder;
import com.enterprisesigning.simulator.order.Speed;
import com.enterprisesigning.simulator.rp.IssueDate;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The settings of a simulator that runs alone, from the environment; {@link #HELP} describes them.
 *
 * @param certificatesDirectory the directory to which certificates are written, and from which the
 *     next run reads them
 */
record ProcessSettings(
    int port,
    Path certificatesDirectory,
    SecondOrder secondOrder,
    Speed speed,
    OptionalInt callLimit,
    IssueDate issueDate) {
  /** The text that {@code --help} prints. */
  static final String HELP =
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
        ISSUE_DATE        UTC: bankIdIssueDate ends with Z. OFFSET: it ends with Sweden's UTC
                          offset. DATE: it is the date alone

      Ctrl-C or SIGTERM stops it. docs/simulator.md shows the calls with curl, Node and Python.
      """;

  private static final int DEFAULT_PORT = 8443;
  private static final int HIGHEST_PORT = 65_535;
  private static final int HIGHEST_CALL_LIMIT = 1_000_000;
  private static final List<String> SECOND_ORDERS =
      List.of(SecondOrder.ENDS_BOTH.name(), SecondOrder.RUNS_BESIDE.name());

  private static final List<String> ISSUE_DATES =
      Arrays.stream(IssueDate.values()).map(IssueDate::name).toList();

  /**
   * Reads the environment; an empty variable counts as absent.
   *
   * @throws IllegalArgumentException naming every malformed variable and what to write instead
   */
  static ProcessSettings from(Map<String, String> environment) {
    Variables variables = new Variables(environment);
    int port =
        variables.number("PORT", 0, HIGHEST_PORT, "0 takes any free port").orElse(DEFAULT_PORT);
    Path directory = Path.of(variables.text("CERTIFICATES_DIR").orElse("simulator-certificates"));
    SecondOrder secondOrder =
        SecondOrder.valueOf(
            variables.oneOf("SECOND_ORDER", SECOND_ORDERS).orElse(SecondOrder.ENDS_BOTH.name()));
    Speed speed =
        new Speed(
            variables
                .number("SPEED", 1, Speed.HIGHEST, "10 makes lifetimes ten times shorter")
                .orElse(1));
    OptionalInt callLimit =
        variables.number(
            "CALL_LIMIT", 1, HIGHEST_CALL_LIMIT, "that many calls are answered in ten seconds");
    IssueDate issueDate =
        IssueDate.valueOf(variables.oneOf("ISSUE_DATE", ISSUE_DATES).orElse(IssueDate.UTC.name()));
    variables.refuseMalformed();
    return new ProcessSettings(port, directory, secondOrder, speed, callLimit, issueDate);
  }

  SimulatorSettings simulator(Clock clock, Optional<Certificates> certificates) {
    SimulatorSettings settings =
        new SimulatorSettings(port, clock, certificates, secondOrder).with(speed).with(issueDate);
    return callLimit.isPresent() ? settings.withCallLimit(callLimit.getAsInt()) : settings;
  }
}
