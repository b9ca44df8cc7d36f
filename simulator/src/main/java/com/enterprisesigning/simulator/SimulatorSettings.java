package com.enterprisesigning.simulator;

import com.enterprisesigning.simulator.certificate.Certificates;
import com.enterprisesigning.simulator.order.SecondOrder;
import com.enterprisesigning.simulator.order.Speed;
import com.enterprisesigning.simulator.rp.IssueDate;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The settings of a simulator.
 *
 * @param port the port on the loopback address, 0 for any free port
 * @param clock measures the lifetimes of orders
 * @param certificates certificates of an earlier simulator, whose clients then trust this one too;
 *     if absent, new certificates are made
 * @param secondOrder what happens when a second order is made for a person whose order still runs
 * @param speed how fast the lifetimes pass
 * @param callLimit how many calls a relying party may make in ten seconds; if absent, any number
 * @param bodyTime how long a body may take to arrive; after that the answer is 408
 * @param secondAddress a second address that serves relying parties; if absent, only the loopback
 *     address does
 * @param issueDate the form of {@code bankIdIssueDate}
 */
public record SimulatorSettings(
    int port,
    Clock clock,
    Optional<Certificates> certificates,
    SecondOrder secondOrder,
    Speed speed,
    OptionalInt callLimit,
    Duration bodyTime,
    Optional<SecondAddress> secondAddress,
    IssueDate issueDate) {
  private static final Duration BODY_TIME = Duration.ofSeconds(5);

  /** Uses BankID's own lifetimes and no limit of calls. */
  public SimulatorSettings(
      int port, Clock clock, Optional<Certificates> certificates, SecondOrder secondOrder) {
    this(
        port,
        clock,
        certificates,
        secondOrder,
        Speed.OF_BANKID,
        OptionalInt.empty(),
        BODY_TIME,
        Optional.empty(),
        IssueDate.UTC);
  }

  /** Uses new certificates, and BankID's own answer to a second order. */
  public SimulatorSettings(int port, Clock clock) {
    this(port, clock, Optional.empty(), SecondOrder.ENDS_BOTH);
  }

  /** Returns the same settings with faster lifetimes. */
  public SimulatorSettings with(Speed faster) {
    return new SimulatorSettings(
        port,
        clock,
        certificates,
        secondOrder,
        faster,
        callLimit,
        bodyTime,
        secondAddress,
        issueDate);
  }

  /** Returns the same settings with a limit of calls. */
  public SimulatorSettings withCallLimit(int callsInTenSeconds) {
    OptionalInt limit = OptionalInt.of(callsInTenSeconds);
    return new SimulatorSettings(
        port, clock, certificates, secondOrder, speed, limit, bodyTime, secondAddress, issueDate);
  }

  /** Returns the same settings with another time limit for bodies. */
  public SimulatorSettings withBodyTime(Duration time) {
    return new SimulatorSettings(
        port, clock, certificates, secondOrder, speed, callLimit, time, secondAddress, issueDate);
  }

  /** Returns the same settings with a second address. */
  public SimulatorSettings with(SecondAddress second) {
    return new SimulatorSettings(
        port,
        clock,
        certificates,
        secondOrder,
        speed,
        callLimit,
        bodyTime,
        Optional.of(second),
        issueDate);
  }

  /** Returns the same settings with another form of {@code bankIdIssueDate}. */
  public SimulatorSettings with(IssueDate form) {
    return new SimulatorSettings(
        port, clock, certificates, secondOrder, speed, callLimit, bodyTime, secondAddress, form);
  }
}
