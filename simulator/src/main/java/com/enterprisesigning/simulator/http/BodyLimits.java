package com.enterprisesigning.simulator.http;

import java.time.Duration;

/**
 * What a handler takes of a body.
 *
 * @param bytes of a longer body one byte more is read, so that the api can refuse it
 * @param time in which all of it must have arrived
 */
public record BodyLimits(int bytes, Duration time) {}
