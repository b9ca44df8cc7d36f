package com.enterprisesigning.simulator.signature;

import java.time.LocalDate;

/**
 * The result of a signing. {@code toString} shows nothing.
 *
 * @param signature base64 of the XML
 * @param ocspResponse base64 of the DER
 * @param bankIdIssueDate when the BankID that signed was issued, UTC
 */
public record SignedOrder(String signature, String ocspResponse, LocalDate bankIdIssueDate) {
  @Override
  public String toString() {
    return "SignedOrder[hidden]";
  }
}
