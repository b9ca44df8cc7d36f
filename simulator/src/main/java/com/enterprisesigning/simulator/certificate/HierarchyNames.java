package com.enterprisesigning.simulator.certificate;

/**
 * The distinguished names of a hierarchy (RFC 2253).
 *
 * @param userKey the subject of the certificate that holds the users' key; never shown
 */
public record HierarchyNames(
    String root, String bankCa, String customerCa, String ocspResponder, String userKey) {

  private static final String ORGANIZATION = ", O=Simulated Bank AB (publ), C=SE";

  /** Shaped like BankID's. */
  static final HierarchyNames SIMULATED =
      new HierarchyNames(
          "CN=Simulated BankID Root CA v1, O=Simulated BankID",
          "CN=Simulated Bank CA v1 for BankID" + ORGANIZATION,
          "CN=Simulated Bank Customer CA1 v1 for BankID" + ORGANIZATION,
          "CN=Simulated Bank OCSP Signer" + ORGANIZATION,
          "CN=The users' key" + ORGANIZATION);
}
