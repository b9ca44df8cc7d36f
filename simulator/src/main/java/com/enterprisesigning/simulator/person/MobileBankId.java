package com.enterprisesigning.simulator.person;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

/** The BankID that every simulated person has. */
public final class MobileBankId {
  /** Mobile BankID of BankID's test environment ({@code docs/bankid.md#sign}). */
  public static final String POLICY = "1.2.3.4.25";

  private MobileBankId() {}

  /** Returns the unique hardware identifier of that person's only phone: base64 of a SHA-1 hash. */
  public static String uhi(PersonalNumber person) {
    try {
      byte[] phone = ("phone of " + person.digits()).getBytes(StandardCharsets.US_ASCII);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(phone));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
