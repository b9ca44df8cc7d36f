package com.enterprisesigning.bankid;

/**
 * The tokens that launch the BankID app for an order of /start.
 *
 * @param qrStartSecret never leaves the service, and never reaches a log
 */
public record Launch(String autoStartToken, String qrStartToken, String qrStartSecret) {
  @Override
  public String toString() {
    return "Launch[secret]";
  }
}
