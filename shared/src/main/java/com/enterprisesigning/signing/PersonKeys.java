package com.enterprisesigning.signing;

import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.PersonalNumber;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes person keys under the secret of a deployment. Another secret makes another key for the same
 * person: while two secrets are in use, a person has two guards ({@code
 * docs/operations.md#the-person-key-secret}).
 */
public final class PersonKeys {
  /**
   * The shortest secret allowed. A shorter one could be guessed, and then every personal number.
   */
  public static final int LEAST_SECRET_CHARACTERS = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private final Supplier<String> secret;

  /**
   * Makes keys under the deployment's secret, which is read whenever a key is made.
   *
   * @param secret at least {@link #LEAST_SECRET_CHARACTERS} characters
   */
  public PersonKeys(Supplier<String> secret) {
    this.secret = secret;
  }

  /**
   * Returns the key that stands for this person.
   *
   * @throws IllegalStateException if the secret is too short
   */
  public PersonKey keyOf(PersonalNumber personalNumber) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key());
      byte[] digits = personalNumber.digits().getBytes(StandardCharsets.US_ASCII);
      return new PersonKey(HexFormat.of().formatHex(mac.doFinal(digits)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  private SecretKeySpec key() {
    String text = secret.get();
    if (text.length() < LEAST_SECRET_CHARACTERS) {
      throw new IllegalStateException(
          "The person key secret must have at least "
              + LEAST_SECRET_CHARACTERS
              + " characters. Store a longer one before the first registration");
    }
    return new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }
}
