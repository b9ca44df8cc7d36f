package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.PersonalNumber;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes person keys under the secret of a deployment. Another secret is another person: while two
 * are in use, a person has two guards (docs, operations).
 */
public final class PersonKeys {
  /** A shorter secret could be guessed, and with it every personal number. */
  public static final int LEAST_SECRET_CHARACTERS = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  /**
   * Takes the deployment's secret.
   *
   * @throws IllegalArgumentException where the secret is too short
   */
  public PersonKeys(String secret) {
    if (secret.length() < LEAST_SECRET_CHARACTERS) {
      throw new IllegalArgumentException(
          "the person key secret must have at least "
              + LEAST_SECRET_CHARACTERS
              + " characters; make a longer one before the first registration");
    }
    key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /** The key that stands for this person. */
  public PersonKey keyOf(PersonalNumber personalNumber) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] digits = personalNumber.digits().getBytes(StandardCharsets.US_ASCII);
      return new PersonKey(HexFormat.of().formatHex(mac.doFinal(digits)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
