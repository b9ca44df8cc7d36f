package com.enterprisesigning.functions;

import com.enterprisesigning.signing.SigningApi;
import java.time.Clock;

/**
 * The wired core. The one place where settings become objects; a function makes one when it starts,
 * the local run makes one for all handlers.
 *
 * @param api the eight calls
 * @param clock what every rule, QR code and {@code Retry-After} counts by
 */
public record Application(SigningApi api, Clock clock) {}
