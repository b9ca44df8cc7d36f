package com.enterprisesigning.simulator.order;

import java.util.UUID;

/**
 * The tokens that start the app for an order that is not by phone ({@code docs/bankid.md#sign}).
 * {@code toString} shows nothing.
 */
public record Launch(String autoStartToken, String qrStartToken, String qrStartSecret) {

  static Launch random() {
    return new Launch(
        UUID.randomUUID().toString(), UUID.randomUUID().toString(), UUID.randomUUID().toString());
  }

  boolean has(String token) {
    return autoStartToken.equals(token) || qrStartToken.equals(token);
  }

  @Override
  public String toString() {
    return "Launch[hidden]";
  }
}
