package com.enterprisesigning.bankid;

import java.util.List;
import java.util.Optional;

/**
 * What BankID must demand of the signer (bankid-facts section 2.1). Absent members are left to
 * BankID's defaults.
 *
 * @param cardReader BankID's {@code class1} or {@code class2}
 * @param certificatePolicies OIDs, at most one {@code *} wildcard each, as BankID writes them
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

  /** BankID's phone order cannot carry {@code mrtd}. */
  public boolean isForPhone() {
    return !mrtd.orElse(false);
  }
}
