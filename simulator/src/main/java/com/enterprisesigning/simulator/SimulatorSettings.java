package com.enterprisesigning.simulator;

import com.enterprisesigning.simulator.certificate.Certificates;
import java.time.Clock;
import java.util.Optional;

/**
 * How a simulator is started.
 *
 * @param port on the loopback address; 0 for any free one
 * @param clock what the lifetimes of orders are measured by
 * @param certificates of an earlier start, to be trusted by who trusted that; else new ones are
 *     made
 */
public record SimulatorSettings(int port, Clock clock, Optional<Certificates> certificates) {

  /** With new certificates. */
  public SimulatorSettings(int port, Clock clock) {
    this(port, clock, Optional.empty());
  }
}
