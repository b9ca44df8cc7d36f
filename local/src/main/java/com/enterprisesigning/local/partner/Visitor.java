package com.enterprisesigning.local.partner;

import java.util.Arrays;
import java.util.Optional;

/**
 * The person in front of the page. A company takes the address from its visitor's connection. Here
 * the page says which of two visitors it plays, so that the rules for different IPs can be seen.
 * Both addresses are reserved for documentation (RFC 5737).
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

  /** Returns the end user's IP. */
  String address() {
    return address;
  }
}
