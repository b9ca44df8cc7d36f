package com.enterprisesigning.simulator.order;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A kind of BankID as an order names it: an object identifier, of which one arc from the fifth on
 * may be {@code *} and then stands for any (bankid-facts section 2.1).
 */
public record CertificatePolicy(String text) {
  private static final Pattern FORM =
      Pattern.compile("(?!.*\\*.*\\*)[0-2](?:(\\.\\d+){1,2}|(\\.\\d+){3}(\\.(\\d+|\\*))*)");

  /** Reads one; empty where {@code text} is none. */
  public static Optional<CertificatePolicy> parse(String text) {
    return FORM.matcher(text).matches()
        ? Optional.of(new CertificatePolicy(text))
        : Optional.empty();
  }

  boolean matches(String objectIdentifier) {
    return Pattern.matches(
        text.replace(".", "\\.").replace("*", "\\d+(\\.\\d+)*"), objectIdentifier);
  }
}
