package com.enterprisesigning.simulator.order;

/**
 * Who calls: orders belong to the client certificate that made them (bankid-facts section 5).
 *
 * @param fingerprint SHA-256 of the client certificate, lower-case hex
 * @param subject the certificate's subject, RFC 2253; the signature names it
 * @param displayName what the app shows
 */
public record RelyingParty(String fingerprint, String subject, String displayName) {
  /** The name of a relying party whose agreement has ended, so that a client can meet that. */
  public static final String BLOCKED = "Blocked Relying Party";

  /** Whether it has a certificate and no access. */
  public boolean isBlocked() {
    return displayName.equals(BLOCKED);
  }
}
