package com.enterprisesigning.local.partner;

import java.util.Arrays;
import java.util.Optional;

/**
 * Who sits before the page. A company takes the address from its visitor's connection; here the
 * page says which of two it plays, so that the rules for different IPs can be watched. Both
 * addresses are kept for documentation (RFC 5737).
 */
enum Visitor {
  FIRST("192.0.2.10"),
  SECOND("198.51.100.20");

  private final String address;

  Visitor(String address) {
    this.address = address;
  }

  static Optional<Visitor> named(String name) {
    return Arrays.stream(values()).filter(visitor -> visitor.name().equals(name)).findFirst();
  }

  /** The end user's IP. */
  String address() {
    return address;
  }
}
