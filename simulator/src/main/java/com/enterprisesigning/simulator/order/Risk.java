package com.enterprisesigning.simulator.order;

import java.util.Locale;

/**
 * How suspicious BankID finds an order ({@code docs/bankid.md#collect}). BankID considers many
 * things; the simulator considers only the end user's address, so that a test can cause each risk
 * on purpose.
 */
public enum Risk {
  LOW,
  MODERATE,
  HIGH;

  /**
   * These networks are reserved for documentation (RFC 5737), so no real user has such an address.
   */
  private static final String MODERATE_NETWORK = "192.0.2.";

  private static final String HIGH_NETWORK = "203.0.113.";

  /**
   * Returns the risk of an address: high in 203.0.113.0/24, moderate in 192.0.2.0/24, otherwise
   * low.
   */
  static Risk at(String endUserIp) {
    if (endUserIp.startsWith(HIGH_NETWORK)) {
      return HIGH;
    }
    return endUserIp.startsWith(MODERATE_NETWORK) ? MODERATE : LOW;
  }

  /** Returns BankID's spelling. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
