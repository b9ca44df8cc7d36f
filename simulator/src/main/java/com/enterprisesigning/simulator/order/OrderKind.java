package com.enterprisesigning.simulator.order;

import java.util.Locale;

/** How the user is reached: through QR code and autostart, or over the phone. */
public enum OrderKind {
  SIGN,
  PHONE;

  /** As the journal spells it: {@code sign} or {@code phone}. */
  public String journalName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
