package com.enterprisesigning.simulator;

import java.net.InetAddress;
import java.util.function.Predicate;

/**
 * Where a simulator serves relying parties besides the loopback address, on the same port. The
 * control API is not served there.
 *
 * @param address of this machine
 * @param callers whose connections are served; those of others are closed without an answer
 */
public record SecondAddress(InetAddress address, Predicate<InetAddress> callers) {}
