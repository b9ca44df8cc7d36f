package com.enterprisesigning.simulator.rp;

import java.util.Map;

/**
 * What a 429 tells of the limit of calls (bankid-facts section 2.4).
 *
 * @param calls that are answered in a window
 * @param secondsToReset until the next window begins
 */
record RateLimit(int calls, long secondsToReset) {
  /** Where no call is counted and a 429 is had on purpose. */
  static final RateLimit ON_PURPOSE = new RateLimit(10, 10);

  Map<String, String> headers() {
    return Map.of(
        "RateLimit-Limit", Integer.toString(calls),
        "RateLimit-Remaining", "0",
        "RateLimit-Reset", Long.toString(secondsToReset));
  }
}
