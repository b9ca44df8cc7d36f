package com.enterprisesigning.simulator.order;

import com.enterprisesigning.simulator.person.MobileBankId;
import com.enterprisesigning.simulator.person.PersonalNumber;
import java.util.Optional;

/**
 * What the relying party asked for ({@code docs/bankid.md#sign}, {@code
 * docs/bankid.md#sign-by-phone}). {@code toString} shows only the kind.
 *
 * @param personalNumber absent if any person may sign
 * @param userVisibleData base64, as received; absent if a person identifies without seeing a text
 * @param userNonVisibleData base64, as received
 * @param endUserIp absent in a phone order
 * @param returnUrl where the app goes after the signing, on the same device
 * @param returnRisk whether the completion reports the risk
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

  /** Returns how suspicious the order is. */
  public Risk risk() {
    return endUserIp.map(Risk::at).orElse(Risk.LOW);
  }

  boolean isBlockedForItsRisk() {
    return !requirement.accepts(risk());
  }

  /** Returns whether the order accepts the BankID that everybody has. */
  boolean isOpenToMobileBankId() {
    return requirement.isMetBy(MobileBankId.POLICY);
  }

  @Override
  public String toString() {
    return "OrderRequest[" + kind + "]";
  }
}
