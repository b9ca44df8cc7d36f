package com.enterprisesigning.simulator.rp;

import java.util.Arrays;
import java.util.Optional;

/** The calls that the simulator knows. */
enum Operation {
  SIGN("/sign"),
  PHONE_SIGN("/phone/sign"),
  AUTH("/auth"),
  PHONE_AUTH("/phone/auth"),
  COLLECT("/collect"),
  CANCEL("/cancel");

  static final String BASE = "/rp/v6.0";

  private final String path;

  Operation(String path) {
    this.path = path;
  }

  static Optional<Operation> at(String path) {
    return Arrays.stream(values())
        .filter(operation -> path.equals(BASE + operation.path))
        .findFirst();
  }
}
