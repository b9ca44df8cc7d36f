package com.enterprisesigning.simulator.http;

import java.time.Duration;

/**
 * How much of a body a handler reads, and for how long.
 *
 * @param bytes the longest body; one byte more is read of a longer one, so that the API can refuse
 *     it
 * @param time how long the whole body may take to arrive
 */
public record BodyLimits(int bytes, Duration time) {}
