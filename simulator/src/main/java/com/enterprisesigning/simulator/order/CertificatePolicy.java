package com.enterprisesigning.simulator.order;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An object identifier by which an order names a kind of BankID. From the fifth arc on, one arc may
 * be {@code *}, which stands for one or more arcs ({@code docs/bankid.md#sign}).
 */
public record CertificatePolicy(String text) {
  private static final Pattern FORM =
      Pattern.compile("(?!.*\\*.*\\*)[0-2](?:(\\.\\d+){1,2}|(\\.\\d+){3}(\\.(\\d+|\\*))*)");

  /** Parses a policy; empty if {@code text} is not one. */
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
