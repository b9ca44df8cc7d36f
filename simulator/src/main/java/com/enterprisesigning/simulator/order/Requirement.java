package com.enterprisesigning.simulator.order;

import java.util.List;
import java.util.Optional;

/**
 * What the relying party asks of the BankID and of its use (bankid-facts section 2.1), as far as
 * the simulator acts on it.
 *
 * @param mrtd a passport or an identity card must be read
 * @param certificatePolicies one of which the BankID must have; any will do where it is empty
 * @param highestRisk that is accepted
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
