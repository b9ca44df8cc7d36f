package com.enterprisesigning.bankid;

/** How the user comes to the order in the BankID app (bankid-facts section 4). */
public enum Opening {
  /** Scans the QR code that another device shows. */
  QR,

  /** Opens the launch URL on the computer that has the app. */
  DESKTOP,

  /** Opens the launch URL on the phone or tablet that has the app. */
  MOBILE,

  /** Starts the app while in a phone call. */
  CALL
}
