package com.enterprisesigning.simulator.order;

import java.util.Locale;

/**
 * What the user does, sign or identify, and how the user is reached ({@code
 * docs/bankid.md#the-api}).
 */
public enum OrderKind {
  SIGN,
  PHONE,
  AUTH,
  PHONE_AUTH;

  /** Returns whether the order is by phone; otherwise it starts by QR code or autostart. */
  public boolean isByPhone() {
    return this == PHONE || this == PHONE_AUTH;
  }

  /**
   * Returns the {@code funcId} that the signature contains ({@code docs/bankid.md#the-signature}).
   */
  public String funcId() {
    return switch (this) {
      case SIGN, PHONE -> "Signing";
      case AUTH, PHONE_AUTH -> "Identification";
    };
  }

  /**
   * Returns the journal's name for this kind: {@code sign}, {@code phone}, {@code auth} or {@code
   * phone_auth}.
   */
  public String journalName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
