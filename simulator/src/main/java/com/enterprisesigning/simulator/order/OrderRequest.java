package com.enterprisesigning.simulator.order;

import com.enterprisesigning.simulator.person.MobileBankId;
import com.enterprisesigning.simulator.person.PersonalNumber;
import java.util.Optional;

/**
 * What the relying party asked for (bankid-facts sections 2.1 and 2.2); its text shows nothing.
 *
 * @param personalNumber absent where any person may sign
 * @param userVisibleData base64, as it came; absent where a person identifies without a text
 * @param userNonVisibleData base64, as it came
 * @param endUserIp absent in a phone order
 * @param returnUrl where the app goes after the signing, on the same device
 * @param returnRisk the completion tells the risk
 */
public record OrderRequest(
    OrderKind kind,
    Optional<PersonalNumber> personalNumber,
    Optional<String> userVisibleData,
    Optional<String> userVisibleDataFormat,
    Optional<String> userNonVisibleData,
    Optional<String> endUserIp,
    Optional<String> returnUrl,
    boolean returnRisk,
    Requirement requirement) {

  /** How suspicious the order is. */
  public Risk risk() {
    return endUserIp.map(Risk::at).orElse(Risk.LOW);
  }

  boolean isBlockedForItsRisk() {
    return !requirement.accepts(risk());
  }

  /** Whether the BankID that everybody has may be used. */
  boolean isOpenToMobileBankId() {
    return requirement.isMetBy(MobileBankId.POLICY);
  }

  @Override
  public String toString() {
    return "OrderRequest[" + kind + "]";
  }
}
