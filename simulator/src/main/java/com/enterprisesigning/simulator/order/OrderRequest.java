package com.enterprisesigning.simulator.order;

import com.enterprisesigning.simulator.person.PersonalNumber;
import java.util.Optional;

/**
 * What the relying party asked for (bankid-facts sections 2.1 and 2.2); its text shows nothing.
 *
 * @param personalNumber absent where any person may sign
 * @param userVisibleData base64, as it came
 * @param userNonVisibleData base64, as it came
 * @param endUserIp absent in a phone order
 */
public record OrderRequest(
    OrderKind kind,
    Optional<PersonalNumber> personalNumber,
    String userVisibleData,
    Optional<String> userVisibleDataFormat,
    Optional<String> userNonVisibleData,
    Optional<String> endUserIp,
    boolean mrtd,
    boolean returnRisk) {

  @Override
  public String toString() {
    return "OrderRequest[" + kind + "]";
  }
}
