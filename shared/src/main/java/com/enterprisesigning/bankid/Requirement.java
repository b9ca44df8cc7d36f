package com.enterprisesigning.bankid;

import java.util.List;
import java.util.Optional;

/**
 * What BankID must require of the signer ({@code docs/bankid.md#sign}). BankID's defaults apply to
 * absent members.
 *
 * @param cardReader BankID's {@code class1} or {@code class2}
 * @param certificatePolicies OIDs as BankID writes them, each with at most one {@code *} wildcard
 */
public record Requirement(
    Optional<Boolean> pinCode,
    Optional<Boolean> mrtd,
    Optional<String> cardReader,
    List<String> certificatePolicies) {

  public static final Requirement NONE =
      new Requirement(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  public Requirement {
    certificatePolicies = List.copyOf(certificatePolicies);
  }

  /** Returns whether a phone order can carry this requirement; it cannot carry {@code mrtd}. */
  public boolean isForPhone() {
    return !mrtd.orElse(false);
  }
}
