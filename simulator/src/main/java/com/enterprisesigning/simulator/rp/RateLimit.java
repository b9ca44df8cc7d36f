package com.enterprisesigning.simulator.rp;

import java.util.Map;

/**
 * The limit of calls that a 429 reports ({@code docs/bankid.md#errors}).
 *
 * @param calls how many calls are answered in a window
 * @param secondsToReset seconds until the next window begins
 */
record RateLimit(int calls, long secondsToReset) {
  /** The limit that a 429 on purpose reports, when no calls are counted. */
  static final RateLimit ON_PURPOSE = new RateLimit(10, 10);

  Map<String, String> headers() {
    return Map.of(
        "RateLimit-Limit", Integer.toString(calls),
        "RateLimit-Remaining", "0",
        "RateLimit-Reset", Long.toString(secondsToReset));
  }
}
