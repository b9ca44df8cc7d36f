package com.enterprisesigning.simulator;

import com.enterprisesigning.simulator.certificate.Certificates;
import com.enterprisesigning.simulator.order.SecondOrder;
import java.time.Clock;
import java.util.Optional;

/**
 * How a simulator is started.
 *
 * @param port on the loopback address; 0 for any free one
 * @param clock what the lifetimes of orders are measured by
 * @param certificates of an earlier start, to be trusted by who trusted that; else new ones are
 *     made
 * @param secondOrder what it does to a person who has one running
 */
public record SimulatorSettings(
    int port, Clock clock, Optional<Certificates> certificates, SecondOrder secondOrder) {

  /** With certificates of an earlier start, and BankID's own answer to a second order. */
  public SimulatorSettings(int port, Clock clock, Optional<Certificates> certificates) {
    this(port, clock, certificates, SecondOrder.ENDS_BOTH);
  }

  /** With new certificates, and BankID's own answer to a second order. */
  public SimulatorSettings(int port, Clock clock) {
    this(port, clock, Optional.empty());
  }
}
