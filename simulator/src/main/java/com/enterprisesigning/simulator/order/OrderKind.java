package com.enterprisesigning.simulator.order;

import java.util.Locale;

/** What the user does, sign or identify, and how the user is reached (bankid-facts section 2). */
public enum OrderKind {
  SIGN,
  PHONE,
  AUTH,
  PHONE_AUTH;

  /** Over the phone; else through QR code and autostart. */
  public boolean isByPhone() {
    return this == PHONE || this == PHONE_AUTH;
  }

  /** As the signature says it: what the user did with the BankID (bankid-facts section 6). */
  public String funcId() {
    return switch (this) {
      case SIGN, PHONE -> "Signing";
      case AUTH, PHONE_AUTH -> "Identification";
    };
  }

  /** As the journal spells it: {@code sign}, {@code phone}, {@code auth} or {@code phone_auth}. */
  public String journalName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
