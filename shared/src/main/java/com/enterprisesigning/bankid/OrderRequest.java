package com.enterprisesigning.bankid;

import com.enterprisesigning.conflict.EndUserIp;
import java.util.Optional;

/**
 * What BankID needs to make an order. {@code text} is whole: where the process gave no non-visible
 * data, the binding of design section 7 stands in its place.
 */
public sealed interface OrderRequest {
  PersonalNumber personalNumber();

  SigningText text();

  Requirement requirement();

  /** {@code /sign}. */
  record Sign(
      PersonalNumber personalNumber,
      SigningText text,
      Requirement requirement,
      EndUserIp endUserIp,
      Optional<String> returnUrl,
      Optional<Boolean> returnRisk,
      Optional<UserDevice> userDevice)
      implements OrderRequest {}

  /** {@code /phone/sign}. */
  record PhoneSign(
      PersonalNumber personalNumber,
      SigningText text,
      Requirement requirement,
      CallInitiator callInitiator)
      implements OrderRequest {}
}
