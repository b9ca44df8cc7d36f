package com.enterprisesigning.simulator.order;

import java.util.List;
import java.util.Optional;

/**
 * The relying party's requirements for the BankID and its use ({@code docs/bankid.md#sign}), as far
 * as the simulator acts on it.
 *
 * @param mrtd whether a passport or an identity card must be read
 * @param certificatePolicies the BankID must match at least one of these; if empty, any BankID is
 *     accepted
 * @param highestRisk the highest risk that is accepted; absent if every risk is accepted
 */
public record Requirement(
    boolean mrtd, List<CertificatePolicy> certificatePolicies, Optional<Risk> highestRisk) {
  public static final Requirement NONE = new Requirement(false, List.of(), Optional.empty());

  public Requirement {
    certificatePolicies = List.copyOf(certificatePolicies);
  }

  boolean isMetBy(String policyOfBankId) {
    return certificatePolicies.isEmpty()
        || certificatePolicies.stream().anyMatch(policy -> policy.matches(policyOfBankId));
  }

  boolean accepts(Risk risk) {
    return highestRisk.isEmpty() || risk.compareTo(highestRisk.get()) <= 0;
  }
}
