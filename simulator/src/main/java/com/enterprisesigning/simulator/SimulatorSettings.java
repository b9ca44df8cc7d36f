package com.enterprisesigning.simulator;

import com.enterprisesigning.simulator.certificate.Certificates;
import com.enterprisesigning.simulator.order.SecondOrder;
import com.enterprisesigning.simulator.order.Speed;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a simulator is started.
 *
 * @param port on the loopback address; 0 for any free one
 * @param clock what the lifetimes of orders are measured by
 * @param certificates of an earlier start, to be trusted by who trusted that; else new ones are
 *     made
 * @param secondOrder what it does to a person who has one running
 * @param speed how fast the lifetimes pass
 * @param callLimit calls of one relying party in ten seconds; without it there is no limit
 * @param bodyTime in which a body must have arrived; after that the answer is 408
 * @param secondAddress where relying parties are served besides the loopback address
 */
public record SimulatorSettings(
    int port,
    Clock clock,
    Optional<Certificates> certificates,
    SecondOrder secondOrder,
    Speed speed,
    OptionalInt callLimit,
    Duration bodyTime,
    Optional<SecondAddress> secondAddress) {
  private static final Duration BODY_TIME = Duration.ofSeconds(5);

  /** With BankID's own lifetimes, and no limit of calls. */
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
        Optional.empty());
  }

  /** With certificates of an earlier start, and BankID's own answer to a second order. */
  public SimulatorSettings(int port, Clock clock, Optional<Certificates> certificates) {
    this(port, clock, certificates, SecondOrder.ENDS_BOTH);
  }

  /** With new certificates, and BankID's own answer to a second order. */
  public SimulatorSettings(int port, Clock clock) {
    this(port, clock, Optional.empty());
  }

  /** The same, but with faster lifetimes. */
  public SimulatorSettings with(Speed faster) {
    return new SimulatorSettings(
        port, clock, certificates, secondOrder, faster, callLimit, bodyTime, secondAddress);
  }

  /** The same, but with a limit of calls. */
  public SimulatorSettings withCallLimit(int callsInTenSeconds) {
    OptionalInt limit = OptionalInt.of(callsInTenSeconds);
    return new SimulatorSettings(
        port, clock, certificates, secondOrder, speed, limit, bodyTime, secondAddress);
  }

  /** The same, but with more or less patience for slow clients. */
  public SimulatorSettings withBodyTime(Duration time) {
    return new SimulatorSettings(
        port, clock, certificates, secondOrder, speed, callLimit, time, secondAddress);
  }

  /** The same, but served at a second address too. */
  public SimulatorSettings with(SecondAddress second) {
    return new SimulatorSettings(
        port, clock, certificates, secondOrder, speed, callLimit, bodyTime, Optional.of(second));
  }
}
