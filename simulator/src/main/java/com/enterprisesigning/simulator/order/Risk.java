package com.enterprisesigning.simulator.order;

import java.util.Locale;

/**
 * How suspicious BankID finds an order (bankid-facts section 2.3). BankID looks at much; the
 * simulator looks at the address that the relying party has seen, so that every risk can be had on
 * purpose.
 */
public enum Risk {
  LOW,
  MODERATE,
  HIGH;

  /** Networks kept for documentation (RFC 5737): no user of anybody's is there. */
  private static final String MODERATE_NETWORK = "192.0.2.";

  private static final String HIGH_NETWORK = "203.0.113.";

  /** Of a user at that address: high in 203.0.113.0/24, moderate in 192.0.2.0/24, else low. */
  static Risk at(String endUserIp) {
    if (endUserIp.startsWith(HIGH_NETWORK)) {
      return HIGH;
    }
    return endUserIp.startsWith(MODERATE_NETWORK) ? MODERATE : LOW;
  }

  /** As BankID spells it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
