package com.enterprisesigning.simulator.http;

import java.time.Duration;

/**
 * How much of a body a handler reads, and for how long.
 *
 * @param bytes the longest body; of a longer one, the API gets one byte more and can refuse it
 * @param time how long the whole body may take to arrive
 * @param slow the answer if the body has not arrived in that time
 */
public record BodyLimit(int bytes, Duration time, Answer slow) {}
