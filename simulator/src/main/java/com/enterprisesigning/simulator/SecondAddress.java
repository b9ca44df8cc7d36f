package com.enterprisesigning.simulator;

import java.net.InetAddress;
import java.util.function.Predicate;

/**
 * A second address at which a simulator serves relying parties, on the same port as at the loopback
 * address. The control API is not served there.
 *
 * @param address an address of this machine
 * @param callers tests whether a caller is served; the connection of any other caller is closed
 *     without an answer
 */
public record SecondAddress(InetAddress address, Predicate<InetAddress> callers) {}
