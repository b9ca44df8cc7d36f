package com.enterprisesigning.bankid;

/**
 * How the user reaches the order in the BankID app ({@code docs/bankid.md#messages-to-the-user}).
 */
public enum Opening {
  /** Scans the QR code that another device shows. */
  QR,

  /** Opens the launch URL on the computer that has the app. */
  DESKTOP,

  /** Opens the launch URL on the phone or tablet that has the app. */
  MOBILE,

  /** Starts the app during a phone call. */
  CALL
}
