package com.enterprisesigning.bankid;

import com.enterprisesigning.conflict.EndUserIp;
import java.util.Optional;

/**
 * What BankID needs to create an order. {@code text} is complete: if the registration gave no
 * non-visible data, the non-visible part is the binding of the order to its participant ({@code
 * docs/architecture.md#the-bankid-client}).
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
