package com.enterprisesigning.simulator.order;

/**
 * A relying party. An order belongs to the client certificate that created it ({@code
 * docs/bankid.md#tls-and-certificates}).
 *
 * @param fingerprint SHA-256 of the client certificate, lower-case hex
 * @param subject the certificate's subject as BankID writes it, such as {@code cn=...,o=...,c=SE}
 *     (RFC 4514); the signature contains it
 * @param displayName what the app shows
 */
public record RelyingParty(String fingerprint, String subject, String displayName) {
  /**
   * The name of a relying party whose agreement with BankID has ended. Clients can test that case
   * with it.
   */
  public static final String BLOCKED = "Blocked Relying Party";

  /** Returns whether the relying party has a certificate but no access. */
  public boolean isBlocked() {
    return displayName.equals(BLOCKED);
  }
}
